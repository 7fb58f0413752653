package main

import (
	"path/filepath"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/plotutil"
	"gonum.org/v1/plot/vg"
)

type point struct{ x, y float64 }

type curve struct {
	name   string
	points []point
}

// draw makes a plot beside the page; with both axes by tens where that is asked for, in which a straight line is a power.
func (b *bench) draw(file, title, x, y string, byTens bool, curves []curve) error {
	if b.docs == "" {
		return nil
	}
	p := plot.New()
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = title, x, y
	p.Legend.Top, p.Legend.Left = true, true
	if byTens {
		p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
		p.X.Tick.Marker, p.Y.Tick.Marker = plot.LogTicks{Prec: -1}, plot.LogTicks{Prec: -1}
	} else {
		p.Y.Min = 0
	}
	for i, c := range curves {
		line, points, err := plotter.NewLinePoints(xys(c.points))
		if err != nil {
			return err
		}
		line.Color, points.Color, points.Shape = plotutil.Color(i), plotutil.Color(i), plotutil.Shape(i)
		p.Add(line, points)
		if len(curves) > 1 {
			p.Legend.Add(c.name, line, points)
		}
	}
	return p.Save(16*vg.Centimeter, 10*vg.Centimeter, filepath.Join(b.docs, "plots", file))
}

func xys(points []point) plotter.XYs {
	out := make(plotter.XYs, len(points))
	for i, p := range points {
		out[i].X, out[i].Y = p.x, p.y
	}
	return out
}
