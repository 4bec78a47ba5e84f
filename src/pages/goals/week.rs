//! The running week: what of the goals should be won in it, and what was. Every figure opens
//! how it was computed.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::domain::money::Money;
use crate::pages::common::CertificateDialog;
use crate::present::format;
use crate::present::goals::TABLES;
use crate::present::goals::certificate::Figure as GoalFigure;
use crate::present::goals::week::{WeekRow, WeekView, certificate_of_week, week};
use crate::present::goals::words::{whole, whole_up};
use crate::runtime::platform::after_paint;
use crate::ui::{Column, Figure, Table};

/// The running week; nothing where the period does not hold today, or there are no goals.
#[component]
pub(super) fn GoalWeek(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    // After the page has answered: the goals of another period are gone through for it.
    let read = LocalResource::new(move || {
        let (view, lang) = (view.get(), lang.get());
        app.track(&TABLES);
        async move {
            after_paint().await;
            app.peek(|it| week(it, lang, &view?))
        }
    });
    let found = Memo::new(move |before: Option<&Option<WeekView>>| match read.get() {
        Some(found) => found,
        None => before.cloned().flatten(),
    });
    let explained = RwSignal::new(None::<(Bearer, GoalFigure)>);
    let paper = Memo::new(move |_| {
        let (asked, found) = (explained.get()?, found.read());
        app.view(&TABLES, |it| certificate_of_week(it, lang.get(), found.as_ref()?, asked))
    });
    let title = move || {
        let period = found.read().as_ref().map(|it| format::period(lang.get(), it.period));
        lang.get().goals_week_title(&period.unwrap_or_default())
    };
    let note = move || {
        let span = found.read().as_ref().map(|it| it.span)?;
        let day = |it| format::day(lang.get(), it);
        Some(lang.get().goals_week_note(&day(span.first), &day(span.last)))
    };
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("who", lang.goals_who()),
            Column::figure("due", lang.goals_week_due()),
            Column::figure("won", lang.goals_week_won()),
            Column::figure("missing", lang.goals_week_missing()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = move || found.read().as_ref().map(|it| it.rows.clone()).unwrap_or_default();
    view! {
        <Show when=move || found.read().is_some()>
            <section class="section goals__table goals__table--plain" data-testid="goals-week">
                <div class="section__head"><h2 class="section__title">{title}</h2></div>
                <Table caption=title columns>
                    {move || rows().into_iter().map(|it| row(desk, explained, it)).collect_view()}
                </Table>
                <p class="section__note">{note}</p>
            </section>
        </Show>
        <CertificateDialog
            paper
            others=Memo::new(|_| Vec::new())
            on_close=move |()| explained.set(None)
        />
    }
}

fn row(desk: Desk, explained: RwSignal<Option<(Bearer, GoalFigure)>>, row: WeekRow) -> AnyView {
    let lang = desk.lang;
    let kind = match row.bearer {
        Bearer::Company => "goals__company",
        Bearer::Team(_) => "goals__team",
        Bearer::Person(_) => "goals__person",
    };
    let bearer = row.bearer;
    let figure = move |amount: Money, of: GoalFigure| {
        let label = move || match of {
            GoalFigure::Won => lang.get().goals_week_won(),
            GoalFigure::Gap => lang.get().goals_week_missing(),
            _ => lang.get().goals_week_due(),
        };
        let rounded = if of == GoalFigure::Gap { whole_up } else { whole };
        view! {
            <td class="figures">
                <Figure
                    value=move || format::money(lang.get(), rounded(amount))
                    label
                    on_explain=move |()| explained.set(Some((bearer, of)))
                />
            </td>
        }
    };
    let missing = row.missing();
    view! {
        <tr class=kind data-testid=format!("goals-week-{bearer}")>
            <th scope="row">{row.name.clone()}</th>
            {figure(row.due, GoalFigure::Expected)}
            {figure(row.won, GoalFigure::Won)}
            {figure(missing, GoalFigure::Gap)}
        </tr>
    }
    .into_any()
}
