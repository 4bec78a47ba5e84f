//! Reviews of everybody, period by period: a cycle is begun in one step, and how far everybody is
//! stands in a table with the way to each. On the manager's face alone.

mod begin;

use leptos::prelude::*;

use self::begin::Begin;
use crate::i18n::Lang;
use crate::present::growth::{CYCLE_TABLES, CycleRow, CycleView, GrowthTab, cycle_views};
use crate::runtime::app::use_app;
use crate::runtime::route::Route;
use crate::ui::{Avatar, Column, Icon, IconView, Table};

/// The page.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let cycles = Memo::new(move |_| app.view(&CYCLE_TABLES, |it| cycle_views(it, lang.get())));
    let days = move || cycles.read().iter().map(|it| it.days).collect::<Vec<_>>();
    let cycle = move |span: crate::domain::calendar::Span| {
        let view = Memo::new(move |_| cycles.read().iter().find(|it| it.days == span).cloned());
        view! { <OneCycle lang view /> }
    };
    let none = move || cycles.read().is_empty().then(|| lang.get().cycle_none());
    view! {
        <div class="content" data-testid="reviews-page">
            <Begin />
            <p class="section__note">{none}</p>
            <For each=days key=|it| (it.first, it.last) children=cycle />
        </div>
    }
}

/// How far everybody is in a cycle.
#[component]
fn OneCycle(lang: Signal<Lang>, view: Memo<Option<CycleView>>) -> impl IntoView {
    let title = move || view.read().as_ref().map(|it| it.title.clone()).unwrap_or_default();
    let sentence = move || view.read().as_ref().map(|it| it.sentence.clone());
    let rows = move || view.read().as_ref().map(|it| it.rows.clone()).unwrap_or_default();
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.cycle_person()),
            Column::text("self", lang.cycle_self()),
            Column::text("manager", lang.cycle_manager()),
            Column::text("met", lang.cycle_met()),
            Column::text("closed", lang.cycle_closed()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |it: CycleRow| view! { <Row lang row=it /> };
    view! {
        <section class="section" data-testid="cycle">
            <div class="section__head">
                <h2 class="section__title">{title}</h2>
            </div>
            <p class="section__note" data-testid="cycle-sentence">{sentence}</p>
            <div class="team__table">
                <Table caption=title columns>
                    {move || rows().into_iter().map(row).collect_view()}
                </Table>
            </div>
        </section>
    }
}

#[component]
fn Row(lang: Signal<Lang>, row: CycleRow) -> impl IntoView {
    let CycleRow { person, name, team, steps, .. } = row;
    let step = move |done: Option<String>| match done {
        Some(day) => view! {
            <td class="cycle__step" data-done="true">
                <IconView icon=Icon::Check />
                {day}
            </td>
        }
        .into_any(),
        None => {
            view! { <td class="cycle__step">{lang.get_untracked().cycle_not_yet()}</td> }.into_any()
        }
    };
    view! {
        <tr data-testid="cycle-row">
            <th scope="row">
                <a class="team__link" href=Route::Growth(person, GrowthTab::Reviews).href()>
                    <Avatar name=name.clone() />
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="team__note">{team}</span>
                    </span>
                </a>
            </th>
            {steps.map(step).into_iter().collect_view()}
        </tr>
    }
}
