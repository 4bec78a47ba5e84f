//! What moved between two exported files of one system. Nothing on the board changes.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::pages::common::MovedSteps;
use crate::present::format;
use crate::runtime::app::use_app;
use crate::runtime::comparing::{Comparing, FileRead, Reading, Side};
use crate::runtime::platform::picking;
use crate::ui::{Icon, IconView, Notice, Progress, Tone};

/// Two files and what moved between them.
#[component]
pub fn ComparePage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let comparing = Comparing::new(app);
    let compared = Memo::new(move |_| comparing.compared());
    view! {
        <div class="content" data-testid="compare">
            <p class="section__note prose">{move || lang.get().compare_about()}</p>
            <div class="columns">
                <FileSection comparing side=Side::Older />
                <FileSection comparing side=Side::Newer />
            </div>
            <section class="section" data-testid="compare-moved">
                <MovedSteps compared nothing=move || lang.get().compare_nothing() linked=false />
            </section>
        </div>
    }
}

/// One of the files: chosen or dropped, and what was found in it.
#[component]
fn FileSection(comparing: Comparing, side: Side) -> impl IntoView {
    let lang = use_app().lang();
    let reading = comparing.reading(side);
    let title = move || match side {
        Side::Older => lang.get().compare_older(),
        Side::Newer => lang.get().compare_newer(),
    };
    let test_id = match side {
        Side::Older => "compare-older",
        Side::Newer => "compare-newer",
    };
    let over = RwSignal::new(false);
    let drag_over = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        comparing.choose(side, picking::dropped(&event));
    };
    let call = move || match &*reading.read() {
        Reading::None => lang.get().compare_choose(),
        _ => lang.get().compare_other(),
    };
    view! {
        <section class="section">
            <div class="section__head"><h2 class="section__title">{title}</h2></div>
            <label
                class="drop-file import__drop"
                data-over=move || over.get().then_some("")
                on:dragover=drag_over
                on:dragleave=move |_| over.set(false)
                on:drop=drop
            >
                <IconView icon=Icon::Import />
                <span class="import__call">{call}</span>
                <input
                    type="file"
                    accept=picking::TABLES
                    data-testid=test_id
                    on:change=move |event| comparing.choose(side, picking::chosen(&event))
                />
            </label>
            <div role="status" class="import__said">{move || found(lang.get(), &reading.read())}</div>
        </section>
    }
}

/// What is said of a file.
fn found(lang: Lang, reading: &Reading) -> Option<AnyView> {
    Some(match reading {
        Reading::None => return None,
        Reading::Running(name, share) => {
            let (label, share) = (lang.compare_reading(name), *share);
            view! { <Progress label share /> }.into_any()
        }
        Reading::Done(read) => done(lang, read).into_any(),
        Reading::Failed(failure) => {
            let words = failure.words(lang);
            view! { <Notice tone=Tone::Bad words attr:data-testid="compare-trouble" /> }.into_any()
        }
    })
}

fn done(lang: Lang, read: &FileRead) -> impl IntoView {
    let count = |n: usize| format::count(lang, n as u64);
    let words = lang.compare_rows(&count(read.workspace.leads.len()), &count(read.rejected));
    view! {
        <div class="list__row" data-testid="compare-read">
            <IconView icon=Icon::Table />
            <span class="list__main">
                <span class="list__name">{read.name.clone()}</span>
                <span class="certificate__source">{words}</span>
            </span>
        </div>
    }
}
