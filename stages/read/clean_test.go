package read_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ties.dev/ties/stages/read"
)

const long = "The envoys of the five republics met in the old customs house by the river, where the stove smoked and nobody minded, and talked of grain until the lamps were lit."

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"spaces", "  a\u00a0b\u202fc\u2009 d\te  \r\nF.", "a b c d e\n\nF."},
		{"invisible", "\ufeffzero\u200b width\u00ad, d\u2060one.", "zero width, done."},
		{"composed", "Cafe\u0301s and Tu\u0308rkiye.", "Cafés and Türkiye."},
		{"curly quotes stay", "“It’s ‘so’,” he said.", "“It’s ‘so’,” he said."},
		{"old Mac line ends", "One.\rTwo.", "One.\n\nTwo."},

		{"broken before a small letter", "The leaders\n\nmet in Osh.", "The leaders met in Osh."},
		{"broken before a name, sentence inside", "He left. Then President Emomali\n\nRahmon came back to the hall.", "He left. Then President Emomali Rahmon came back to the hall."},
		{"broken after a title", long + " On Monday President\n\nRahmon slept", long + " On Monday President Rahmon slept"},
		{"headline that ends in a title", "Muster to Be the Next Prime Minister\n\nMonday, May 4, 2020\n\n" + long, "Muster to Be the Next Prime Minister\n\nMonday, May 4, 2020\n\n" + long},
		{"number of a note is an end", long + "12\n\nTashkent waits.", long + "12\n\nTashkent waits."},
		{"decimal is no end", long + " It grew by 3.1\n\nThe grain did.", long + " It grew by 3.1 The grain did."},
		{"source in brackets", long + " (A/1.2, para. 3)\n\nTashkent waits.", long + " (A/1.2, para. 3)\n\nTashkent waits."},
		{"broken after a comma", "In Osh,\n\nKyrgyzstan met its neighbours.", "In Osh, Kyrgyzstan met its neighbours."},
		{"broken body before a name", strings.TrimSuffix(long, ".") + " and Emomali\n\nRahmon slept.", strings.TrimSuffix(long, ".") + " and Emomali Rahmon slept."},
		{"broken at a hyphen", long + " The Moscow-\n\nled bloc.", long + " The Moscow-led bloc."},
		{"headline", "Leaders of Five Republics Meet in Osh\n\n" + long, "Leaders of Five Republics Meet in Osh\n\n" + long},
		{"headline with initial", "Grain Talks in Osh - Anna K. Muster\n\n" + long, "Grain Talks in Osh - Anna K. Muster\n\n" + long},
		{"heading after a paragraph", long + "\n\nWhat comes next\n\n" + long, long + "\n\nWhat comes next\n\n" + long},
		{"heading after a paragraph without a stop", strings.TrimSuffix(long, ".") + "\n\nWhat comes next\n\n" + long, strings.TrimSuffix(long, ".") + "\n\nWhat comes next\n\n" + long},
		{"caption stays apart", "The customs house on June 22, 2021. The stove smokes. Photo: A. Muster/TASS\n\nTashkent’s answer\n\n" + long, "The customs house on June 22, 2021. The stove smokes. Photo: A. Muster/TASS\n\nTashkent’s answer\n\n" + long},
		{"quoted end is an end", "“We go home.”\n\n“We stay.”\n\nBoth went", "“We go home.”\n\n“We stay.”\n\nBoth went"},
		{"note mark is an end", long + "[12]\n\nTashkent waits.", long + "[12]\n\nTashkent waits."},

		{"bullets", "They want:\n- grain\n- water and\n* oil", "They want:\n\n• grain\n\n• water and\n\n• oil"},
		{"numbers", "1. grain\n2. water", "1. grain\n\n2. water"},
		{"a year at a line's start is no number", "It was in the cold spring of the year of the comet,\n1986. Nobody had seen anything like it before then.", "It was in the cold spring of the year of the comet, 1986. Nobody had seen anything like it before then."},
		{"a dash at a line's start is no bullet", "The capital of the republic, a town of ten thousand\n- most of them traders - had never seen the like yet.", "The capital of the republic, a town of ten thousand - most of them traders - had never seen the like yet."},
		{"rows", "Country | Share\nOsh | 4", "Country | Share\n\nOsh | 4"},
		{"list of short lines", "Almaty\nBishkek\nDushanbe", "Almaty\n\nBishkek\n\nDushanbe"},

		{"furniture", long + "\n\nShare on Facebook\n\nREAD MORE: Onions\n\n----\n\n© 2020 Nobody\n\nStart the conversation", long},
		{"cookies", long + "\n\nWe use cookies to make things work.Ok", long},
		{"newsletter", "For the news of the valley there is only one letter. Sign up here.\n\n" + long, long},
		{"menu in a sentence stays", "The menu held nine kinds of melon.", "The menu held nine kinds of melon."},
		{"long paragraph about cookies stays", "We use cookies, said the baker. " + long + " " + long + " " + long, "We use cookies, said the baker. " + long + " " + long + " " + long},
		{"masthead", "“To know”\nBerta Beispiel, President\nMenu\nThe railway opens\n" + long, "The railway opens\n\n" + long},
		{"no masthead without a title", "Berta spoke.\nMenu\n" + long, "Berta spoke.\n\n" + long},

		{"bio", long + "\n\nBerta Beispiel\n\nDr. Berta Beispiel is a Research Professor at the House of Maps.", long},
		{"degree", long + "\n\nBerta Beispiel\n\nPhD in Maps. She is researcher at the House of Maps.", long},
		{"a person who says something is no bio", long + "\n\nBerta Beispiel is a professor of maps. She says that trade fell.", long + "\n\nBerta Beispiel is a professor of maps. She says that trade fell."},
		{"a bio is not all there is", "Berta Beispiel is a professor of maps.", "Berta Beispiel is a professor of maps."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := read.Clean(c.in)
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if again := read.Clean(got); again != got {
				t.Errorf("cleaning again gives %q", again)
			}
		})
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{
		"", "a", long, long + "\n\n" + long, "President\n\nRahmon\r\n\r\nwent", "- a\n- b\n1. c", "a-\nb", "x |\n\ny\n\n| z",
		"Menu\nTitle\n" + long + "\nBerta Beispiel is a fellow.", "We use\n\ncookies", "\xff\x00\u200b", "e\x01\u0301", "[1][2]\n\n\"",
		"-\rthe line that is set under a dash standing alone, and under it a third",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got := read.Clean(in)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Errorf("Clean(%q) = %q: not UTF-8 in NFC", in, got)
		}
		for _, bad := range []string{"\n\n\n", "  ", " \n", "\n ", "\r", "\t", "\u00a0", "\ufeff"} {
			if strings.Contains(got, bad) {
				t.Errorf("Clean(%q) = %q: holds %q", in, got, bad)
			}
		}
		if again := read.Clean(got); again != got {
			t.Errorf("Clean(%q) = %q, and again %q", in, got, again)
		}
	})
}

// TestCleanIsLinear gives texts of one shape in two sizes. Cleaning that were
// quadratic would take 256 times as long for the larger.
func TestCleanIsLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"one line":        "and so on, said Nobody. ",
		"open paragraphs": "and so\n\n",
		"wrapped":         "a line of a text that a mail program has wrapped at this width\n",
		"bullets":         "- a\n",
		"bios":            "Berta Beispiel is a fellow of the House of Maps.\n\n",
		"menus":           "Menu\n",
		"quotes":          "\"",
		"brackets":        "[1]",
	} {
		t.Run(name, func(t *testing.T) {
			took := func(size int) time.Duration {
				text := strings.Repeat(piece, size/len(piece))
				start := time.Now()
				read.Clean(text)
				return time.Since(start)
			}
			var small, large time.Duration
			for range 5 { // a busy machine can slow one run, and not the shape of the growth
				if small, large = took(1<<18), took(1<<22); large <= 64*max(small, 5*time.Millisecond) {
					return
				}
			}
			t.Errorf("%v for 256 KB, %v for 4 MB", small, large)
		})
	}
}

func BenchmarkClean(b *testing.B) {
	clean := read.Clean(strings.Repeat(long+" "+long+" “"+long+"” "+long+"\n\n", 5<<20/660))
	dirty := strings.ReplaceAll(clean, ", ", ",\u00a0 ")
	short := read.Clean(strings.Repeat("He went to Osh for the grain talks on Monday.\n\n", 5<<20/47))
	for name, text := range map[string]string{"clean": clean, "dirty": dirty, "short paragraphs": short} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				read.Clean(text)
			}
		})
	}
}
