//! The market book: what was heard, with day, source and how sure it is, and what is assumed of it.

mod assumption;
mod note;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::id::{AssumptionId, MarketNoteId};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::market::{AssumptionRow, MarketView, NoteRow, TABLES};
use crate::runtime::app::{App, use_app};
use crate::ui::{
    Badge, Button, ButtonKind, CheckField, EmptyPicture, EmptyState, Icon, IconButton, Sheet, Tone,
};
use assumption::AssumptionForm;
use note::NoteForm;

/// What stands in the sheet; it may be new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    Note(MarketNoteId),
    Assumption(AssumptionId),
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<MarketView>,
    /// What stands in the sheet.
    chosen: RwSignal<Option<Chosen>>,
}

/// Notes and assumptions.
#[component]
pub fn MarketPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| MarketView::new(it, lang.get(), today))
    });
    let desk = Desk { app, lang, view, chosen: RwSignal::new(None) };
    view! {
        <div class="two-pane" data-testid="market-page">
            <div class="two-pane__main">
                <div class="content">
                    <Notes desk />
                    <Assumptions desk />
                </div>
            </div>
            <ChosenSheet desk />
        </div>
    }
}

#[component]
fn Notes(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, chosen } = desk;
    let add = move || chosen.set(Some(Chosen::Note(app.draw_id().into())));
    let stale = move || {
        let stale = view.read().stale;
        (stale != 0)
            .then(|| lang.get().market_stale_words(&format::count(lang.get(), stale as u64)))
    };
    let row = move |row: NoteRow| {
        let NoteRow { id, text, facts, is_stale } = row;
        let badge = is_stale.then(|| {
            view! { <Badge label=move || lang.get().market_stale() tone=Tone::Warn icon=Icon::Clock /> }
        });
        let choose = move |_| chosen.set(Some(Chosen::Note(id)));
        view! {
            <li>
                <button type="button" class="list__row" data-testid="market-note" on:click=choose>
                    <span class="list__main">
                        <span class="list__name">{text}</span>
                        <span class="list__note">{facts}</span>
                    </span>
                    {badge}
                </button>
            </li>
        }
    };
    let empty = move || {
        let sentence = move || lang.get().market_notes_none();
        view! { <EmptyState picture=EmptyPicture::Table sentence /> }
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().market_notes()}</h2>
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    label=move || lang.get().market_note_add()
                    on_press=add
                    attr:data-testid="market-note-add"
                />
            </div>
            <p class="section__note" data-testid="market-stale">{stale}</p>
            <Show when=move || !view.read().notes.is_empty() fallback=empty>
                <ul class="list">{move || view.read().notes.clone().into_iter().map(row).collect_view()}</ul>
            </Show>
        </section>
    }
}

/// What is assumed, each with its switch.
#[component]
fn Assumptions(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, chosen } = desk;
    let add = move || chosen.set(Some(Chosen::Assumption(app.draw_id().into())));
    let row = move |row: AssumptionRow| {
        let AssumptionRow { id, name, effect, on } = row;
        let edit = lang.get().objective_edit(&name);
        view! {
            <li class="list__row" data-testid="assumption">
                <span class="list__main">
                    <CheckField
                        label=name
                        checked=on
                        on_change=move |on: bool| app.act(Command::SwitchAssumption(id, on))
                    />
                    <span class="list__note">{effect}</span>
                </span>
                <IconButton
                    icon=Icon::Edit
                    label=edit
                    on_press=move |()| chosen.set(Some(Chosen::Assumption(id)))
                />
            </li>
        }
    };
    let note = move || match view.read().assumptions.is_empty() {
        true => lang.get().market_assumptions_none(),
        false => lang.get().market_assumptions_note(),
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().market_assumptions()}</h2>
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().assumption_add()
                    on_press=add
                    attr:data-testid="assumption-add"
                />
            </div>
            <p class="section__note">{note}</p>
            <ul class="list">{move || view.read().assumptions.clone().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// The sheet; open while something is chosen.
#[component]
fn ChosenSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let is_known = move |it| match it {
        Chosen::Note(id) => app.view(&TABLES, |it| it.market_notes.has(id)),
        Chosen::Assumption(id) => app.view(&TABLES, |it| it.assumptions.has(id)),
    };
    let title = move || {
        let Some(it) = chosen.get() else { return "" };
        match (it, is_known(it)) {
            (Chosen::Note(_), true) => lang.get().market_notes(),
            (Chosen::Note(_), false) => lang.get().market_note_new(),
            (Chosen::Assumption(_), true) => lang.get().market_assumptions(),
            (Chosen::Assumption(_), false) => lang.get().assumption_new(),
        }
    };
    let delete = move |it: Chosen| {
        chosen.set(None);
        app.act(match it {
            Chosen::Note(id) => Command::DeleteMarketNote(id),
            Chosen::Assumption(id) => Command::DeleteAssumption(id),
        });
    };
    let body = move || {
        let it = chosen.get()?;
        let form = match it {
            Chosen::Note(id) => view! { <NoteForm desk id /> }.into_any(),
            Chosen::Assumption(id) => view! { <AssumptionForm desk id /> }.into_any(),
        };
        let label = move || match it {
            Chosen::Note(_) => lang.get().market_note_delete(),
            Chosen::Assumption(_) => lang.get().assumption_delete(),
        };
        Some(view! {
            <div class="section" data-testid="market-detail">
                {form}
                <Show when=move || is_known(it)>
                    <div class="actions actions--start">
                        <Button kind=ButtonKind::Danger icon=Icon::Trash label on_press=move || delete(it) />
                    </div>
                </Show>
            </div>
        })
    };
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title=Signal::derive(move || title().to_owned())
            on_close=move || chosen.set(None)
        >
            {body}
        </Sheet>
    }
}
