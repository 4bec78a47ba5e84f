//! The first run: what Huddle is, and three ways to begin. And the way out of the sample.

mod banner;

pub use banner::{LeaveSample, SampleBanner};

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::sample;
use crate::i18n::Lang;
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::import;
use crate::runtime::on_demand::on_demand;
use crate::runtime::platform::install::{self, Place};
use crate::runtime::route::Route;
use crate::ui::{Choice, Icon, IconView, Progress, SegmentedField, Tone};

/// The page of a board that has nothing on it yet.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let opening = RwSignal::new(None::<f64>);
    let open = move |start: Start| {
        opening.set(Some(0.0));
        spawn_local(begin(app, start, opening));
    };
    view! {
        <div class="content welcome" data-testid="welcome">
            <div class="welcome__head">
                <div class="headline">
                    <h2 class="welcome__title">{move || lang.get().welcome_title()}</h2>
                    <p class="headline__sentence">{move || lang.get().welcome_sentence()}</p>
                </div>
                <LanguageSwitch />
            </div>
            <InstallFirst />
            <div class="welcome__ways">
                <Way kind="primary" testid="welcome-sample" icon=Icon::Eye name=Lang::welcome_look note=Lang::welcome_look_note on_press=move || open(Start::Sample) />
                <Way
                    kind="quiet"
                    testid="welcome-import"
                    icon=Icon::Import
                    name=Lang::welcome_import
                    note=Lang::welcome_import_note
                    on_press=move || app.go(Route::Import)
                />
                <Way kind="quiet" testid="welcome-empty" icon=Icon::Board name=Lang::welcome_empty note=Lang::welcome_empty_note on_press=move || open(Start::Empty) />
            </div>
            <Opening opening />
            <p class="section__note welcome__foot">
                <IconView icon=Icon::Lock />
                <span>{move || lang.get().welcome_stays()}</span>
                <a class="button" data-kind="link" href=Route::Data.href() data-testid="welcome-restore">
                    {move || lang.get().welcome_restore()}
                </a>
            </p>
        </div>
    }
}

/// What to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Sample,
    Empty,
}

on_demand! {
    fn opening(app: App, start: Start, share: RwSignal<Option<f64>>) -> Pin<Box<dyn Future<Output = ()>>>, from sample, fetched by fetch_sample {
        Box::pin(take_in(app, start, share))
    }
}

/// Takes the first records in. Where they cannot be fetched or stored it says why.
async fn begin(app: App, start: Start, share: RwSignal<Option<f64>>) {
    match opening(app, start, share).await {
        Ok(opening) => opening.await,
        Err(_) => app.say(Tone::Bad, Lang::part_missing),
    }
    share.try_set(None);
}

async fn take_in(app: App, start: Start, share: RwSignal<Option<f64>>) {
    let (lang, today) = (app.lang().get_untracked(), app.today().get_untracked());
    let words = lang.sample_words();
    let batch = match start {
        Start::Sample => sample::team(&words, today),
        Start::Empty => sample::empty_start(&words, words.currency),
    };
    let progress = Callback::new(move |done| {
        share.try_set(Some(done));
    });
    match import::commit(app, batch, progress, || false).await {
        Ok(Some(label)) => app.say_done(&label),
        Ok(None) => {}
        Err(refusal) => app.say_refused(&refusal),
    }
}

/// One of the ways to begin.
#[component]
fn Way(
    kind: &'static str,
    testid: &'static str,
    icon: Icon,
    name: fn(Lang) -> &'static str,
    note: fn(Lang) -> &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <button type="button" class="welcome__way" data-kind=kind data-testid=testid on:click=move |_| on_press.run(())>
            <IconView icon />
            <span class="welcome__name">{move || name(lang.get())}</span>
            <span class="welcome__note">{move || note(lang.get())}</span>
        </button>
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choose = move |tag: String| app.set_lang(Lang::from_tag(&tag));
    view! {
        <div data-testid="welcome-language">
            <SegmentedField
                label=move || lang.get().welcome_language()
                choices=vec![
                    Choice::new(Lang::Zh.tag(), Lang::Zh.settings_language_zh()),
                    Choice::new(Lang::En.tag(), Lang::En.settings_language_en()),
                ]
                value=Signal::derive(move || lang.get().tag().to_owned())
                on_change=choose
            />
        </div>
    }
}

/// On an iPad or iPhone in a tab: what is entered here does not come along into the installed app.
#[component]
fn InstallFirst() -> impl IntoView {
    let lang = use_app().lang();
    let hint = (install::place() == Place::IosTab).then(|| {
        view! {
            <div class="notice" data-tone="accent" data-testid="welcome-install">
                <IconView icon=Icon::Share />
                <div class="notice__words">
                    <p><strong>{move || lang.get().welcome_install_title()}</strong></p>
                    <p>{move || lang.get().welcome_install_ios()}</p>
                    <p>{move || lang.get().welcome_install_why()}</p>
                </div>
            </div>
        }
    });
    view! { {hint} }
}

#[component]
fn Opening(opening: RwSignal<Option<f64>>) -> impl IntoView {
    let lang = use_app().lang();
    let share = Signal::derive(move || opening.get().unwrap_or(0.0));
    let label = move || {
        let percent = format::percent(lang.get(), (share.get() * 100.0) as i64 * 10);
        lang.get().welcome_opening(&percent)
    };
    view! {
        <Show when=move || opening.get().is_some()>
            <Progress label share />
        </Show>
    }
}
