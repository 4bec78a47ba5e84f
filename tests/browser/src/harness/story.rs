//! What happens, and the cases it happens in.

use std::pin::Pin;

use super::{Case, Engine, Lang, Outcome, Size, Stage, Theme};

/// How many of a story's cases are told: a story's own, or what is asked for where that is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breadth {
    /// As few as have each engine, screen, language and theme once. Which of them meet differs
    /// from story to story, so that over all of them every two do.
    Each,
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
            breadth: Breadth::Each,
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

    /// Told wherever two of what it names meet, also where less is asked for: what the whole product
    /// stands on.
    pub fn in_pairs(self) -> Story {
        Story { breadth: Breadth::Pairs, ..self }
    }

    /// The cases of an engine that `breadth` asks for.
    pub(super) fn cases(&self, engine: Engine, breadth: Breadth) -> Vec<Case> {
        let mut cases = match breadth.max(self.breadth) {
            Breadth::Each => self.each_once(),
            Breadth::Pairs => self.combined(self.counts().iter().filter(|it| **it > 1).count() > 2),
            Breadth::All => self.combined(false),
        };
        cases.retain(|case| case.engine == engine);
        cases
    }

    fn counts(&self) -> [usize; 4] {
        [self.engines.len(), self.sizes.len(), self.langs.len(), self.themes.len()]
    }

    /// The `n`th values, each kind moved on by a bit of what the story is called.
    fn each_once(&self) -> Vec<Case> {
        let turn = self.name.bytes().map(usize::from).sum::<usize>();
        let most = self.counts().into_iter().max().unwrap_or_default();
        let case = |n: usize| Case {
            engine: self.engines[n % self.engines.len()],
            size: self.sizes[(n + (turn & 1)) % self.sizes.len()],
            lang: self.langs[(n + (turn >> 1 & 1)) % self.langs.len()],
            theme: self.themes[(n + (turn >> 2 & 1)) % self.themes.len()],
        };
        (0..most).map(case).collect()
    }

    /// All that can be combined, or every second of it.
    fn combined(&self, is_halved: bool) -> Vec<Case> {
        let mut cases = Vec::new();
        for (e, &engine) in self.engines.iter().enumerate() {
            for (s, &size) in self.sizes.iter().enumerate() {
                for (l, &lang) in self.langs.iter().enumerate() {
                    for (t, &theme) in self.themes.iter().enumerate() {
                        if !is_halved || (e + s + l + t) % 2 == 0 {
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
    fn each_value_is_told_once_and_over_all_stories_each_two_meet() {
        let stories = crate::stories::all();
        let mut met = Vec::new();
        for story in &stories {
            let (each, all) = (told(story, Breadth::Each), told(story, Breadth::All));
            for case in &all {
                let has = |same: fn(&Case, &Case) -> bool| each.iter().any(|it| same(it, case));
                assert!(has(|a, b| a.engine == b.engine), "{}: {case}", story.name);
                assert!(has(|a, b| a.size == b.size), "{}: {case}", story.name);
                assert!(has(|a, b| a.lang == b.lang), "{}: {case}", story.name);
                assert!(has(|a, b| a.theme == b.theme), "{}: {case}", story.name);
            }
            met.extend(each);
        }
        for engine in [Engine::Chromium, Engine::WebKit] {
            for size in [Size::Landscape, Size::Portrait] {
                for lang in [Lang::En, Lang::Zh] {
                    let count = met
                        .iter()
                        .filter(|it| (it.engine, it.size, it.lang) == (engine, size, lang))
                        .count();
                    assert!(count > 1, "{engine:?} {size:?} {lang:?}");
                }
            }
        }
    }

    #[test]
    fn each_two_values_meet_in_half_of_the_cases() {
        let story = varied(&[Size::Landscape, Size::Portrait, Size::Phone], &[Lang::En, Lang::Zh]);
        let (pairs, all) = (told(&story, Breadth::Pairs), told(&story, Breadth::All));
        assert_eq!((pairs.len(), all.len()), (6, 12));
        assert_eq!(told(&story.in_pairs(), Breadth::Each), pairs);
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
