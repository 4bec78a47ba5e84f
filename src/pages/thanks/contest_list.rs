//! Contests: those that run, how they stand, and those that have ended.

use leptos::prelude::*;

use super::contest_form::ContestForm;
use super::large::LargeDialog;
use crate::domain::command::Command;
use crate::domain::id::ContestId;
use crate::domain::reward::Occasion;
use crate::domain::thanks::{Contest, ThanksDeed};
use crate::i18n::Lang;
use crate::present::thanks::{ContestCard, ContestsView, PlaceRow, TABLES, contests_view};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonLink, Choice, EmptyPicture, EmptyState, Form, Icon, IconButton,
    Notice, SelectField, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct ContestDesk {
    pub app: App,
    pub lang: Signal<Lang>,
    pub view: Memo<ContestsView>,
    pub form: Form<Contest, Refusal>,
    /// The contest that is changed; none where one is begun.
    pub edited: RwSignal<Option<ContestId>>,
    manages: Memo<bool>,
    /// What is shown large, to everybody in the room.
    large: RwSignal<Option<ContestId>>,
}

/// The page.
#[component]
pub fn ContestsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| contests_view(it, lang.get(), today))
    });
    let manages = Memo::new(move |_| app.face().get().is_manager());
    let edited = RwSignal::new(None);
    let large = RwSignal::new(None);
    let desk = ContestDesk { app, lang, view, form: Form::closed(), edited, manages, large };
    let form = desk.form;
    let begin = move || {
        let today = app.today().get_untracked();
        let (first, last) = (Some(today), Some(today.plus_months(1).minus(1)));
        edited.set(None);
        form.show(Contest { first, last, ..Contest::default() });
    };
    let card = move |card: ContestCard| view! { <Card desk card /> };
    let empty = move || {
        let sentence = move || lang.get().contests_empty();
        view! { <EmptyState picture=EmptyPicture::List sentence /> }
    };
    view! {
        <div class="content thanks" data-testid="contests-page">
            <Show when=move || manages.get()>
                <div class="toolbar">
                    <span class="toolbar__rest">
                        <Button
                            kind=ButtonKind::Primary
                            icon=Icon::Plus
                            label=move || lang.get().contest_new()
                            on_press=begin
                            attr:data-testid="contest-add"
                        />
                    </span>
                </div>
            </Show>
            <Show when=move || form.is_open().get()>
                <ContestForm desk />
            </Show>
            <Show when=move || !view.read().cards.is_empty() fallback=empty>
                {move || view.read().cards.clone().into_iter().map(card).collect_view()}
            </Show>
            <p class="section__note">{move || lang.get().contests_rules()}</p>
            <LargeBoard desk />
        </div>
    }
}

/// The places of a contest, large enough for everybody in the room.
#[component]
fn LargeBoard(desk: ContestDesk) -> impl IntoView {
    let ContestDesk { large, view, .. } = desk;
    let shown = Memo::new(move |_| {
        let id = large.get()?;
        view.read().cards.iter().find(|it| it.id == id).cloned()
    });
    let title = move || shown.read().as_ref().map(|it| it.name.clone()).unwrap_or_default();
    let row = |row: PlaceRow| {
        view! {
            <li class="thanks__board-row" data-testid="contest-large-place">
                <span class="figures">{row.place}</span>
                <span>{row.name} " " <span class="list__note">{row.note}</span></span>
                <span class="figures">{row.score}</span>
            </li>
        }
    };
    let rows = move || {
        let rows = shown.get().map(|it| it.rows).unwrap_or_default();
        view! {
            <ol class="thanks__board" data-testid="contest-large">
                {rows.into_iter().filter(|it| it.shown).map(row).collect_view()}
            </ol>
        }
    };
    view! {
        <LargeDialog
            open=Signal::derive(move || shown.read().is_some())
            title=Signal::derive(title)
            name="contest-large-close"
            on_close=move |()| large.set(None)
        >
            {rows}
        </LargeDialog>
    }
}

#[component]
fn Card(desk: ContestDesk, card: ContestCard) -> impl IntoView {
    let ContestDesk { app, lang, manages, form, edited, large, .. } = desk;
    let ContestCard {
        id,
        name,
        note,
        ended,
        missing,
        nobody,
        rows,
        hidden,
        asking,
        bests,
        prize,
        changes,
        ..
    } = card;
    let edit = move || {
        let Some(contest) = app.peek(|it| it.contests.get(id).cloned()) else { return };
        edited.set(Some(id));
        form.show(contest);
    };
    let runs = ended.is_empty();
    let own = RwSignal::new(String::new());
    let has_own = !hidden.is_empty() || !bests.is_empty();
    let asked = StoredValue::new(rows.clone());
    let bests = StoredValue::new(bests);
    let own_best = move || {
        let side = own.get();
        bests.get_value().into_iter().find(|it| it.0.to_string() == side).map(|it| it.1)
    };
    let titled = StoredValue::new(name.clone());
    let has_board = rows.iter().any(|it| it.shown);
    let asking = StoredValue::new(asking);
    let choices = move || {
        let mut choices = vec![Choice::new("", lang.get().contest_own_none())];
        let asking = asking.get_value();
        choices.extend(asking.iter().map(|(side, name)| Choice::new(side.to_string(), name)));
        choices
    };
    let own_row = move || {
        let side = own.get();
        let rows = asked.get_value();
        rows.into_iter().find(|it| it.side.to_string() == side && !it.shown).map(place)
    };
    let shown = rows.into_iter().filter(|it| it.shown).map(place);
    let count = crate::present::format::count(lang.get_untracked(), changes.len() as u64);
    let changed = (!changes.is_empty()).then(|| {
        let row = |it: String| view! { <li class="list__row" data-testid="contest-change">{it}</li> };
        view! {
            <details>
                <summary class="thanks__changes">{move || lang.get().contest_changes(&count)}</summary>
                <ul class="list">{changes.into_iter().map(row).collect_view()}</ul>
            </details>
        }
    });
    let give = move |deed| app.act(Command::Thanks(Box::new(deed)));
    view! {
        <section class="section" data-testid="contest">
            <div class="section__head">
                <h2 class="section__title">{name}</h2>
                <Show when=move || manages.get()>
                    <IconButton
                        icon=Icon::Trash
                        label=move || lang.get().contest_delete()
                        on_press=move |()| give(ThanksDeed::DeleteContest(id))
                    />
                </Show>
            </div>
            <p class="section__note">{note}</p>
            {(!prize.is_empty()).then(|| view! { <p class="section__note" data-testid="contest-prize">{prize}</p> })}
            <p class="section__note" hidden=runs>{ended}</p>
            {(!nobody.is_empty()).then(|| view! { <p class="section__note" data-testid="contest-nobody-yet">{nobody}</p> })}
            <ol class="list">{shown.collect_view()} {own_row}</ol>
            <Show when=move || has_own>
                <div class="thanks__month">
                    <SelectField
                        label=move || lang.get().contest_own()
                        choices=Signal::derive(choices)
                        value=own
                        on_change=move |it: String| own.set(it)
                        attr:data-testid="contest-own"
                    />
                </div>
                <p class="section__note" role="status" data-testid="contest-own-best">{own_best}</p>
            </Show>
            <p class="section__note">{hidden}</p>
            <Show when=move || has_board>
                <div class="actions actions--start">
                    <Button
                        icon=Icon::Eye
                        label=move || lang.get().contest_show()
                        on_press=move || large.set(Some(id))
                        attr:aria-label=move || lang.get().contest_show_of(&titled.read_value())
                        attr:data-testid="contest-show"
                    />
                </div>
            </Show>
            {(!missing.is_empty()).then(|| view! { <Notice tone=Tone::Warn words=missing /> })}
            <Show when=move || manages.get() && !runs>
                <div class="actions actions--start">
                    <ButtonLink
                        icon=Icon::Money
                        label=move || lang.get().rewards_give()
                        href=Route::Rewards(Some(Occasion::Contest(id))).href()
                    />
                </div>
            </Show>
            <Show when=move || manages.get() && runs>
                <div class="actions actions--start">
                    <Button
                        icon=Icon::Check
                        label=move || lang.get().contest_end()
                        on_press=move || give(ThanksDeed::EndContest(id))
                        attr:data-testid="contest-end"
                    />
                    <Button
                        icon=Icon::Edit
                        label=move || lang.get().contest_edit()
                        on_press=edit
                        attr:data-testid="contest-edit"
                    />
                </div>
            </Show>
            {changed}
        </section>
    }
}

fn place(row: PlaceRow) -> impl IntoView {
    let PlaceRow { place, name, note, score, .. } = row;
    view! {
        <li class="list__row" data-testid="contest-place">
            <span class="list__figure">{place}</span>
            <span class="list__main">
                <span class="list__name">{name}</span>
                <span class="list__note">{note}</span>
            </span>
            <span class="list__figure">{score}</span>
        </li>
    }
}
