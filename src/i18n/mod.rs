//! Every word the product says, in both languages, side by side.
//!
//! A text is declared once by [`texts!`] with its English and its Chinese form, so a missing
//! translation or an unknown placeholder does not compile. It must not know state or the browser.

mod activities;
mod archive;
mod assign;
mod calls;
mod career;
mod common;
mod competition;
mod data;
mod delivery;
mod draft;
mod duplicates;
mod faces;
mod fair;
mod forecast;
mod formula;
mod frame;
mod goals;
mod growth;
mod import;
mod import_page;
mod indicators;
mod insight;
#[cfg(debug_assertions)]
mod kit;
mod label;
mod leads;
mod leads_setup;
mod market;
mod meeting_pages;
mod meetings;
mod objectives;
mod pay;
mod pay_builder;
mod pay_format;
mod pay_pages;
mod people;
mod product_lines;
mod quotas;
mod rejection;
mod reviews;
mod rewards;
mod rounds;
mod sample;
mod settings;
mod smart;
mod surveys;
mod team;
mod thanks;
mod today;
mod ui;
mod usual;
mod views;
mod welcome;

pub(crate) mod shown;

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// The BCP 47 tag, for `lang` attributes and `Intl`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-CN",
        }
    }

    /// The language that fits a browser's preferred tag best.
    pub fn from_tag(tag: &str) -> Lang {
        if tag.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
    }
}

/// Declares texts as methods of [`Lang`]: `name: "English", "中文";` for fixed texts and
/// `name(n: usize): "{n} rows", "{n} 行";` for texts with values. Counts come out in groups of
/// three digits.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident : $ty:ty),+))? : $en:literal, $zh:literal;)+) => {
        #[allow(missing_docs)]
        impl $crate::i18n::Lang {
            $(texts!(@one $(#[$doc])* $name $(($($arg : $ty),+))? $en, $zh);)+
        }
    };
    (@one $(#[$doc:meta])* $name:ident $en:literal, $zh:literal) => {
        $(#[$doc])*
        pub const fn $name(self) -> &'static str {
            match self {
                Self::En => $en,
                Self::Zh => $zh,
            }
        }
    };
    (@one $(#[$doc:meta])* $name:ident ($($arg:ident : $ty:ty),+) $en:literal, $zh:literal) => {
        $(#[$doc])*
        pub fn $name(self, $($arg: $ty),+) -> String {
            $(let $arg = $crate::i18n::shown::Shown::shown($arg);)+
            match self {
                Self::En => format!($en),
                Self::Zh => format!($zh),
            }
        }
    };
}
pub(crate) use texts;
