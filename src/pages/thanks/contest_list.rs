//! Contests: those that run, how they stand, and those that have ended.

use leptos::prelude::*;

use super::contest_form::ContestForm;
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
    let desk = ContestDesk { app, lang, view, form: Form::closed(), edited, manages };
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
        </div>
    }
}

#[component]
fn Card(desk: ContestDesk, card: ContestCard) -> impl IntoView {
    let ContestDesk { app, lang, manages, form, edited, .. } = desk;
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
    let hides = !hidden.is_empty();
    let asked = StoredValue::new(rows.clone());
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
            <Show when=move || hides>
                <div class="thanks__month">
                    <SelectField
                        label=move || lang.get().contest_own()
                        choices=Signal::derive(choices)
                        value=own
                        on_change=move |it: String| own.set(it)
                        attr:data-testid="contest-own"
                    />
                </div>
            </Show>
            <p class="section__note">{hidden}</p>
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
