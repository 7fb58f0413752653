package resolve

import (
	"ties.dev/ties/seeds"
)

func editionsOf(g *seeds.Gazetteer, event string) []seeds.Edition { return g.EditionsOf(event) }
