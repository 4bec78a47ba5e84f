//! The first step: choose files, or drop them.

use leptos::prelude::*;

use crate::runtime::app::use_app;
use crate::runtime::importing::Importing;
use crate::runtime::platform::picking;
use crate::ui::{Icon, IconButton, IconView, Notice, Tone};

/// Chooses files, says which are in and which are not.
#[component]
pub fn FilesStep(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let troubles = move || {
        let notice =
            |words| view! { <Notice tone=Tone::Bad words attr:data-testid="import-trouble" /> };
        let words = flow.troubles.get().into_iter().map(|it| it.words(lang.get()));
        words.map(notice).collect_view()
    };
    view! {
        <Drop flow />
        <div class="import__said" role="status">{troubles}</div>
        <ChosenFiles flow />
        <p class="section__note import__safe">
            <IconView icon=Icon::Lock />
            {move || lang.get().import_safe()}
        </p>
    }
}

#[component]
fn Drop(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let over = RwSignal::new(false);
    let drag_over = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        flow.add(picking::dropped(&event));
    };
    view! {
        <label
            class="drop-file import__drop"
            data-over=move || over.get().then_some("")
            data-testid="import-drop"
            on:dragover=drag_over
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <IconView icon=Icon::Import />
            <span class="import__call">{move || lang.get().import_drop()}</span>
            <span class="section__note prose">{move || lang.get().import_drop_hint()}</span>
            <input
                type="file"
                multiple
                accept=picking::TABLES
                data-testid="import-input"
                on:change=move |event| flow.add(picking::chosen(&event))
            />
        </label>
    }
}

#[component]
fn ChosenFiles(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let file = move |(place, name): (usize, String)| {
        let takes_out = lang.get().import_remove_file(&name);
        view! {
            <li class="list__row" data-testid="import-file">
                <IconView icon=Icon::Table />
                <span class="list__main"><span class="list__name">{name}</span></span>
                <IconButton icon=Icon::Close label=takes_out on_press=move |()| flow.remove(place) />
            </li>
        }
    };
    view! { <ul class="list">{move || flow.names().into_iter().enumerate().map(file).collect_view()}</ul> }
}
