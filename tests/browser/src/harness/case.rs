//! In what a story is told: engine, size, language, theme.

use std::fmt;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and Android.
    Chromium,
    /// The nearest thing to Safari on iPad and iPhone that runs on Linux.
    WebKit,
}

/// A screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A tablet held wide: 1180 x 820.
    Landscape,
    /// A tablet held high: 820 x 1180.
    Portrait,
    /// A phone: 390 x 844.
    Phone,
}

/// A language of the product, as the loader's key stores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

/// A theme, as the loader's key stores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Whatever the browser prefers; nothing is stored.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// One telling of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// The engine.
    pub engine: Engine,
    /// The screen.
    pub size: Size,
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
}

impl Engine {
    /// The name in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::WebKit => "webkit",
        }
    }
}

impl Size {
    /// Width and height.
    pub const fn pixels(self) -> (u32, u32) {
        match self {
            Size::Landscape => (1180, 820),
            Size::Portrait => (820, 1180),
            Size::Phone => (390, 844),
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Size::Landscape => "landscape",
            Size::Portrait => "portrait",
            Size::Phone => "phone",
        }
    }
}

impl Lang {
    /// The stored word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }
}

impl Theme {
    /// The stored word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }
}

impl fmt::Display for Case {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} {} {} {}",
            self.engine.as_str(),
            self.size.as_str(),
            self.lang.as_str(),
            self.theme.as_str()
        )
    }
}
