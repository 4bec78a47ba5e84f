//! What this tablet remembers for itself: the language and the look.

use leptos::prelude::*;

use super::Desk;
use crate::i18n::Lang;
use crate::runtime::preferences::Theme;
use crate::ui::{Choice, SegmentedField};

const ENGLISH: &str = "en";
const CHINESE: &str = "zh";

/// Language and look.
#[component]
pub(super) fn Tablet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let languages = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new(CHINESE, lang.settings_language_zh()),
            Choice::new(ENGLISH, lang.settings_language_en()),
        ]
    });
    let language = move || match lang.get() {
        Lang::En => ENGLISH.to_owned(),
        Lang::Zh => CHINESE.to_owned(),
    };
    let themes = Signal::derive(move || {
        let lang = lang.get();
        let name = |theme| match theme {
            Theme::Auto => lang.settings_theme_auto(),
            Theme::Light => lang.settings_theme_light(),
            Theme::Dark => lang.settings_theme_dark(),
            Theme::Contrast => lang.settings_theme_contrast(),
        };
        Theme::ALL.map(|theme| Choice::new(theme.as_str(), name(theme))).to_vec()
    });
    let choose_theme = move |name: String| {
        if let Some(theme) = Theme::named(&name) {
            app.set_theme(theme);
        }
    };
    view! {
        <section class="section" data-testid="settings-tablet">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().settings_tablet()}</h2>
            </div>
            <div class="form">
                <div class="settings__choice">
                    <p class="field__label">{move || lang.get().settings_language()}</p>
                    <SegmentedField
                        label=move || lang.get().settings_language()
                        choices=languages
                        value=Signal::derive(language)
                        on_change=move |tag: String| app.set_lang(Lang::from_tag(&tag))
                        attr:data-testid="settings-language"
                    />
                </div>
                <div class="settings__choice">
                    <p class="field__label">{move || lang.get().settings_theme()}</p>
                    <SegmentedField
                        label=move || lang.get().settings_theme()
                        choices=themes
                        value=Signal::derive(move || app.theme().get().as_str().to_owned())
                        on_change=choose_theme
                        attr:data-testid="settings-theme"
                    />
                </div>
            </div>
        </section>
    }
}
