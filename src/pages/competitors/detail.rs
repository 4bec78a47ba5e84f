//! One competitor with its form and its deals, or the leads that were lost for one reason.

use leptos::prelude::*;

use super::{Chosen, Desk, reason_words};
use crate::domain::command::Command;
use crate::domain::competition::Competitor;
use crate::domain::id::CompetitorId;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::competition::{COMPETITION_TABLES, LeadLine, deals, lost_for};
use crate::present::format;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{
    AreaField, Button, ButtonKind, DateField, Form, FormActions, Icon, Sheet, TextField,
};

/// The sheet; open while something is chosen.
#[component]
pub(super) fn DetailSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let title = move || match chosen.get() {
        Some(Chosen::Competitor(id)) => {
            let name = app
                .view(&COMPETITION_TABLES, |it| it.competitors.get(id).map(|it| it.name.clone()));
            name.unwrap_or_else(|| lang.get().competitors_new().to_owned())
        }
        Some(Chosen::Reason(reason)) => reason_words(lang.get(), &reason),
        None => String::new(),
    };
    let body = move || {
        Some(match chosen.get()? {
            Chosen::Competitor(id) => view! { <CompetitorDetail desk id /> }.into_any(),
            Chosen::Reason(reason) => view! { <LostFor desk reason /> }.into_any(),
        })
    };
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title
            on_close=move || chosen.set(None)
        >
            {body}
        </Sheet>
    }
}

#[component]
fn LostFor(desk: Desk, reason: String) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let lines =
        Memo::new(move |_| app.view(&COMPETITION_TABLES, |it| lost_for(it, lang.get(), &reason)));
    view! { <div class="section" data-testid="lost-for"><Lines lines /></div> }
}

/// Leads, each a link.
#[component]
fn Lines(lines: Memo<Vec<LeadLine>>) -> impl IntoView {
    let row = |LeadLine { id, title, amount, stage }: LeadLine| {
        let href = Route::Lead(id, BoardAddress::default()).href();
        view! {
            <li>
                <a class="list__row" href=href data-testid="competition-lead">
                    <span class="list__main">
                        <span class="list__name">{title}</span>
                        <span class="list__note">{stage}</span>
                    </span>
                    <span class="list__figure">{amount}</span>
                </a>
            </li>
        }
    };
    view! { <ul class="list">{move || lines.get().into_iter().map(row).collect_view()}</ul> }
}

#[component]
fn CompetitorDetail(desk: Desk, id: CompetitorId) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let lines = Memo::new(move |_| app.view(&COMPETITION_TABLES, |it| deals(it, lang.get(), id)));
    let is_known = move || app.view(&COMPETITION_TABLES, |it| it.competitors.has(id));
    let told = move || {
        let count = format::count(lang.get(), lines.read().len() as u64);
        lang.get().competitor_delete_told(&count)
    };
    let delete = move || {
        chosen.set(None);
        app.act(Command::DeleteCompetitor(id));
    };
    view! {
        <div class="section" data-testid="competitor-detail">
            <CompetitorForm desk id />
            <Show when=is_known>
                <h3 class="section__title">{move || lang.get().competitor_deals()}</h3>
                <Lines lines />
                <p class="section__note">{told}</p>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().competitor_delete()
                        on_press=delete
                        attr:data-testid="competitor-delete"
                    />
                </div>
            </Show>
        </div>
    }
}

#[component]
fn CompetitorForm(desk: Desk, id: CompetitorId) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let form = Form::<Competitor, Refusal>::closed();
    form.show(app.peek(|it| it.competitors.get(id).cloned()).unwrap_or_default());
    let save = move || {
        let draft = form.draft.get_untracked();
        let name = draft.name.trim().to_owned();
        let competitor = Competitor { name, ..draft };
        match app.give(Command::SaveCompetitor(id, Box::new(competitor))) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
    };
    let area = move |label: fn(Lang) -> &'static str, slot: fn(&mut Competitor) -> &mut String| {
        let (value, on_input) = form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        view! { <AreaField label value on_input lines=2 /> }
    };
    let (name, set_name) = form.text(|it| &mut it.name);
    let seen = move || form.draft.read().seen_on.map(|it| it.to_string()).unwrap_or_default();
    let see = move |day: String| form.draft.update(|it| it.seen_on = day.parse().ok());
    view! {
        <div class="form">
            <TextField
                label=move || lang.get().competitor_name()
                value=name
                on_input=set_name
                on_enter=save
                attr:data-testid="competitor-name"
            />
            {area(Lang::competitor_strengths, |it| &mut it.strengths)}
            {area(Lang::competitor_weaknesses, |it| &mut it.weaknesses)}
            {area(Lang::competitor_note, |it| &mut it.note)}
            <DateField
                label=move || lang.get().competitor_seen_on()
                value=Signal::derive(seen)
                on_change=see
            />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="competitor-save" on_cancel=move || chosen.set(None) on_save=save />
            </div>
        </div>
    }
}
