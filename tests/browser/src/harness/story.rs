//! What happens, and the cases it happens in.

use std::pin::Pin;

use super::{Case, Engine, Lang, Outcome, Size, Stage, Theme};

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

    /// Every case of an engine.
    pub(super) fn cases(&self, engine: Engine) -> Vec<Case> {
        let mut cases = Vec::new();
        for &engine in self.engines.iter().filter(|own| **own == engine) {
            for &size in &self.sizes {
                for &lang in &self.langs {
                    cases.extend(self.themes.iter().map(|&theme| Case {
                        engine,
                        size,
                        lang,
                        theme,
                    }));
                }
            }
        }
        cases
    }

    pub(super) fn tell_on(&self, stage: Stage) -> Telling {
        (self.run)(stage)
    }
}
