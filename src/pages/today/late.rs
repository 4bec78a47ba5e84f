//! What is late, group by group, and who is away.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::today::{Away, Late, LateGroup, LateLine, TABLES, late_line, late_total};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Avatar, ButtonKind, ButtonLink, Icon, IconView};

/// The groups of late leads.
#[component]
pub(super) fn LateLeads(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let groups = Memo::new(move |_| view.read().late.clone());
    let kinds = move || groups.read().iter().map(|group| group.late).collect::<Vec<_>>();
    let group = move |late: Late| {
        let group = Memo::new(move |_| groups.read().iter().find(|it| it.late == late).cloned());
        view! { <Group desk late group /> }
    };
    view! {
        <section class="section today__late" data-testid="today-late">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().today_late()}</h2>
                <ButtonLink
                    kind=ButtonKind::Link
                    icon=Icon::Board
                    label=move || lang.get().today_all_on_board()
                    href=Route::Leads(BoardAddress::default()).href()
                />
            </div>
            <Show
                when=move || !groups.read().is_empty()
                fallback=move || view! {
                    <p class="section__note">
                        <IconView icon=Icon::Check />
                        {move || lang.get().today_nothing_late()}
                    </p>
                }
            >
                <p class="section__note">{move || lang.get().today_late_why()}</p>
            </Show>
            <For each=kinds key=|late| *late children=group />
        </section>
    }
}

fn title(lang: Lang, late: Late) -> &'static str {
    match late {
        Late::StepOverdue => lang.today_step_overdue(),
        Late::ClosePassed => lang.today_close_passed(),
        Late::Stale => lang.today_stale(),
        Late::NoStep => lang.today_without_step(),
    }
}

#[component]
fn Group(desk: Desk, late: Late, group: Memo<Option<LateGroup>>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let total = move || {
        let home = app.view(&[Table::Settings], |it| it.settings().currency());
        let group = group.read();
        group.as_ref().map(|it| late_total(lang.get(), it, home))
    };
    let ids = move || group.read().as_ref().map(|it| it.leads.clone()).unwrap_or_default();
    view! {
        <div class="today__group" data-testid=format!("today-{late:?}")>
            <h3 class="today__group-head">
                <span>{move || title(lang.get(), late)}</span>
                <span class="today__total">{total}</span>
            </h3>
            <ul class="list">
                <For each=ids key=|id| *id children=move |id| view! { <LateRow desk id /> } />
            </ul>
        </div>
    }
}

#[component]
fn LateRow(desk: Desk, id: LeadId) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let line = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| late_line(it, lang.get(), today, id))
    });
    let row = move |LateLine { title, why, owner, amount }: LateLine| {
        let avatar = (!owner.is_empty()).then(|| view! { <Avatar name=owner /> });
        view! {
            <a class="list__row" href=Route::Lead(id, BoardAddress::default()).href()>
                {avatar}
                <span class="list__main">
                    <span class="list__name">{title}</span>
                    <span class="list__note" data-tone="warn">{why}</span>
                </span>
                <span class="list__figure">{amount}</span>
            </a>
        }
    };
    view! { <li>{move || line.get().map(row)}</li> }
}

/// Who is away today.
#[component]
pub(super) fn AwayToday(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let away = Memo::new(move |_| view.read().away.clone());
    let row = move |Away { person, name, until, reason }: Away| {
        let until = format::day_near(lang.get(), until, app.today().get());
        let note = match reason.is_empty() {
            true => lang.get().today_until(&until),
            false => [lang.get().today_until(&until), reason].join(" · "),
        };
        view! {
            <li>
                <a class="list__row" href=Route::Person(person).href()>
                    <Avatar name=name.clone() />
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="list__note">{note}</span>
                    </span>
                </a>
            </li>
        }
    };
    let rows = move || away.get().into_iter().map(row).collect_view();
    view! {
        <section class="section today__away" data-testid="today-away">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().today_away()}</h2>
            </div>
            <Show when=move || away.read().is_empty()>
                <p class="section__note">{move || lang.get().today_nobody_away()}</p>
            </Show>
            <ul class="list">{rows}</ul>
        </section>
    }
}
