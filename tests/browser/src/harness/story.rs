//! What happens, and the cases it happens in.

use std::pin::Pin;

use super::{Case, Engine, Lang, Outcome, Size, Stage, Theme};

/// How many of a story's cases are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// Where more than two of engine, screen, language and theme vary, every second case: each
    /// pair of two values still occurs together. Most faults need no more than two to meet (Kuhn,
    /// Wallace and Gallo, "Software fault interactions", 2004).
    Pairs,
    /// Every case.
    All,
}

type Telling = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// A story about the page. Unless it says otherwise it is told in both engines, on a tablet held
/// wide, in English, in the theme the browser prefers.
pub struct Story {
    /// A fact about the product.
    pub name: &'static str,
    run: Box<dyn Fn(Stage) -> Telling + Send + Sync>,
    engines: Vec<Engine>,
    sizes: Vec<Size>,
    langs: Vec<Lang>,
    themes: Vec<Theme>,
    breadth: Breadth,
}

impl Story {
    /// A story in its usual cases. `run` gets a stage of its own: a fresh browser profile and a
    /// server that serves `dist/`, with no page open yet.
    pub fn new<Run, Future_>(name: &'static str, run: Run) -> Story
    where
        Run: Fn(Stage) -> Future_ + Send + Sync + 'static,
        Future_: Future<Output = Outcome> + Send + 'static,
    {
        Story {
            name,
            run: Box::new(move |stage| Box::pin(run(stage))),
            engines: vec![Engine::Chromium, Engine::WebKit],
            sizes: vec![Size::Landscape],
            langs: vec![Lang::En],
            themes: vec![Theme::Auto],
            breadth: Breadth::Pairs,
        }
    }

    /// Told in one engine; say why in the story's file.
    pub fn only_in(self, engine: Engine) -> Story {
        Story { engines: vec![engine], ..self }
    }

    /// Told on each of these screens.
    pub fn in_sizes(self, sizes: &[Size]) -> Story {
        Story { sizes: sizes.to_vec(), ..self }
    }

    /// Told in each of these languages.
    pub fn in_langs(self, langs: &[Lang]) -> Story {
        Story { langs: langs.to_vec(), ..self }
    }

    /// Told in each of these themes.
    pub fn in_themes(self, themes: &[Theme]) -> Story {
        Story { themes: themes.to_vec(), ..self }
    }

    /// Told in every case, whatever is asked for: what the whole product stands on.
    pub fn in_all_cases(self) -> Story {
        Story { breadth: Breadth::All, ..self }
    }

    /// The cases of an engine that `breadth` asks for.
    pub(super) fn cases(&self, engine: Engine, breadth: Breadth) -> Vec<Case> {
        let varied = [self.engines.len(), self.sizes.len(), self.langs.len(), self.themes.len()]
            .into_iter()
            .filter(|count| *count > 1)
            .count();
        let halved = breadth == Breadth::Pairs && self.breadth == Breadth::Pairs && varied > 2;
        let mut cases = Vec::new();
        for (e, &engine) in self.engines.iter().enumerate().filter(|(_, own)| **own == engine) {
            for (s, &size) in self.sizes.iter().enumerate() {
                for (l, &lang) in self.langs.iter().enumerate() {
                    for (t, &theme) in self.themes.iter().enumerate() {
                        if !halved || (e + s + l + t) % 2 == 0 {
                            cases.push(Case { engine, size, lang, theme });
                        }
                    }
                }
            }
        }
        cases
    }

    pub(super) fn tell_on(&self, stage: Stage) -> Telling {
        (self.run)(stage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(story: &Story, breadth: Breadth) -> Vec<Case> {
        [Engine::Chromium, Engine::WebKit]
            .into_iter()
            .flat_map(|engine| story.cases(engine, breadth))
            .collect()
    }

    fn varied(sizes: &[Size], langs: &[Lang]) -> Story {
        Story::new("a story", |_| async { Ok(()) }).in_sizes(sizes).in_langs(langs)
    }

    #[test]
    fn each_two_values_meet_in_half_of_the_cases() {
        let story = varied(&[Size::Landscape, Size::Portrait, Size::Phone], &[Lang::En, Lang::Zh]);
        let (pairs, all) = (told(&story, Breadth::Pairs), told(&story, Breadth::All));
        assert_eq!((pairs.len(), all.len()), (6, 12));
        assert_eq!(told(&story.in_all_cases(), Breadth::Pairs), all);
        for case in &all {
            let met = |same: fn(&Case, &Case) -> bool| pairs.iter().any(|other| same(case, other));
            assert!(met(|a, b| a.engine == b.engine && a.size == b.size), "{case}");
            assert!(met(|a, b| a.engine == b.engine && a.lang == b.lang), "{case}");
            assert!(met(|a, b| a.size == b.size && a.lang == b.lang), "{case}");
        }
    }

    #[test]
    fn two_kinds_of_values_are_told_in_full() {
        let story = varied(&[Size::Landscape], &[Lang::En, Lang::Zh]);
        assert_eq!(told(&story, Breadth::Pairs), told(&story, Breadth::All));
    }
}
