//! What moved between the ends of two days, from the history of this tablet.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Day;
use crate::domain::money::Money;
use crate::i18n::Lang;
use crate::present::chart::{self, Step};
use crate::present::forecast::movements::{Moved, MovedRow};
use crate::present::format;
use crate::present::goals::words::signed;
use crate::runtime::app::App;
use crate::runtime::past::Past;
use crate::runtime::platform::{after_paint, clock};
use crate::ui::{ChartFrame, Column, DateField, StepsChart, Table};

/// How many days back is looked at first: to the last weekly meeting.
const DAYS_BACK: u64 = 7;

/// What is told of two days.
#[derive(Clone, Debug, PartialEq)]
enum Told {
    Moved(Moved, Option<u64>),
    Archived,
    WrongOrder,
    NoLeads,
}

async fn tell(app: App, past: &Past, (from, to): (Day, Day)) -> Told {
    if to <= from {
        return Told::WrongOrder;
    }
    if past.archived {
        return Told::Archived;
    }
    let (Some(before), Some(after)) = (past.by(from).await, past.by(to).await) else {
        return Told::NoLeads;
    };
    let currency = app.peek(|it| it.settings().currency());
    Told::Moved(Moved::of(&before.workspace, &after.workspace, currency), before.begins)
}

/// The steps from what was open to what is, with the days to choose.
#[component]
pub(super) fn MovedSection(desk: Desk) -> impl IntoView {
    let Desk { app, lang, past, .. } = desk;
    let today = app.today().get_untracked();
    let days = RwSignal::new((today.minus(DAYS_BACK), today));
    let told = LocalResource::new(move || {
        let (past, days) = (past.get(), days.get());
        async move {
            after_paint().await;
            Some(tell(app, &*past?, days).await)
        }
    });
    let told = Memo::new(move |before: Option<&Option<Told>>| {
        told.get().flatten().or_else(|| before.cloned().flatten())
    });
    view! {
        <section class="section" data-testid="forecast-moved">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().moved_title()}</h3>
            </div>
            <div class="toolbar">
                <DateField
                    label=move || lang.get().moved_from()
                    value=Signal::derive(move || days.get().0.to_string())
                    on_change=move |it: String| set(days, &it, |days, day| days.0 = day)
                />
                <DateField
                    label=move || lang.get().moved_to()
                    value=Signal::derive(move || days.get().1.to_string())
                    on_change=move |it: String| set(days, &it, |days, day| days.1 = day)
                />
            </div>
            <Notes desk told />
            <Steps desk told />
        </section>
    }
}

/// Takes a day; what is none changes nothing.
fn set(days: RwSignal<(Day, Day)>, text: &str, put: fn(&mut (Day, Day), Day)) {
    match text.parse() {
        Ok(day) => days.update(|days| put(days, day)),
        Err(_) => days.update(|_| ()),
    }
}

/// Why nothing is told, or since when it can be.
#[component]
fn Notes(desk: Desk, told: Memo<Option<Told>>) -> impl IntoView {
    let words = move || {
        let lang = desk.lang.get();
        match &*told.read() {
            None => Some(lang.forecast_wait().to_owned()),
            Some(Told::Archived) => Some(lang.moved_archived().to_owned()),
            Some(Told::WrongOrder) => Some(lang.moved_order().to_owned()),
            Some(Told::NoLeads) => Some(lang.moved_no_leads().to_owned()),
            Some(Told::Moved(_, Some(begins))) => {
                let moment = format::moment(lang, *begins, clock::minutes_ahead(*begins));
                Some(lang.moved_begins(&moment))
            }
            Some(Told::Moved(_, None)) => None,
        }
    };
    let line = |words: String| view! { <p class="section__note" role="status">{words}</p> };
    move || words().map(line)
}

/// The picture and its table; nothing where nothing moved.
#[component]
fn Steps(desk: Desk, told: Memo<Option<Told>>) -> impl IntoView {
    let lang = desk.lang;
    let moved = Memo::new(move |_| match &*told.read() {
        Some(Told::Moved(moved, _)) => Some(moved.clone()),
        _ => None,
    });
    let any = move || moved.read().as_ref().is_some_and(|it| !it.rows.is_empty());
    let none = move || {
        moved
            .read()
            .is_some()
            .then(|| view! { <p class="section__note">{move || lang.get().moved_nothing()}</p> })
    };
    let sentence = move || {
        let lang = lang.get();
        let money = |it| format::money(lang, it);
        let moved = moved.read();
        let told =
            moved.as_ref().map(|it| lang.moved_sentence(&money(it.before.0), &money(it.after.0)));
        told.unwrap_or_default()
    };
    let steps = move || moved.read().as_ref().map(|it| it.steps(lang.get())).unwrap_or_default();
    let amount = move |step: Step| {
        let lang = lang.get();
        let currency = moved.read().as_ref().map(|it| it.before.0.currency);
        let money = currency.map(|it| chart::money(step.value, it));
        let words = |it| if step.is_whole { format::money(lang, it) } else { signed(lang, it) };
        money.map(words).unwrap_or_default()
    };
    view! {
        <Show when=any fallback=none>
            <ChartFrame sentence table=move || view! { <MovedTable lang moved /> }>
                <StepsChart steps=Signal::derive(steps) format=amount />
            </ChartFrame>
        </Show>
    }
}

#[component]
fn MovedTable(lang: Signal<Lang>, moved: Memo<Option<Moved>>) -> impl IntoView {
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("kind", lang.moved_kind()),
            Column::figure("leads", lang.moved_leads()),
            Column::figure("open", lang.moved_open()),
            Column::figure("won", lang.moved_won()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |[kind, leads, open, won]: [String; 4]| {
        view! {
            <tr>
                <th scope="row">{kind}</th>
                <td class="figures">{leads}</td>
                <td class="figures">{open}</td>
                <td class="figures">{won}</td>
            </tr>
        }
    };
    let rows = move || moved.read().as_ref().map(|it| rows(lang.get(), it)).unwrap_or_default();
    view! {
        <Table caption=move || lang.get().moved_caption() columns>
            {move || rows().into_iter().map(row).collect_view()}
        </Table>
    }
}

fn rows(lang: Lang, moved: &Moved) -> Vec<[String; 4]> {
    let end = |name: &str, (open, won): (Money, Money)| {
        [name.to_owned(), String::new(), format::money(lang, open), format::money(lang, won)]
    };
    let row = |it: &MovedRow| {
        let leads = format::count(lang, it.leads as u64);
        [it.way.words(lang).to_owned(), leads, signed(lang, it.open), signed(lang, it.won)]
    };
    let mut rows = vec![end(lang.moved_before(), moved.before)];
    rows.extend(moved.rows.iter().map(row));
    rows.push(end(lang.moved_after(), moved.after));
    rows
}
