//! A person's goals of this month, quarter and year.

use leptos::prelude::*;

use super::person::Desk;
use crate::present::format;
use crate::present::goals::Quota;
use crate::present::team::GoalLine;
use crate::runtime::route::Route;

/// A line a goal, each with its pace in one sentence.
#[component]
pub(super) fn PersonGoals(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let row = move |line: GoalLine| {
        let lang = lang.get();
        let won = format::money(lang, line.row.won);
        let (of, note) = match line.row.quota {
            Quota::Set(quota) | Quota::Summed(quota) => {
                (lang.goals_of_quota(&format::money(lang, quota)), line.sentence)
            }
            Quota::None => (String::new(), lang.person_no_quota().to_owned()),
        };
        view! {
            <li>
                <a class="list__row" href=Route::Goals(Some(line.period)).href()>
                    <span class="list__main">
                        <span class="list__name">{format::period(lang, line.period)}</span>
                        <span class="list__note">{note}</span>
                    </span>
                    <span class="list__figure">{won} <small class="person__of">{of}</small></span>
                </a>
            </li>
        }
    };
    let rows = move || {
        let view = view.read();
        view.iter().flat_map(|it| it.goals.clone()).map(row).collect_view()
    };
    view! {
        <section class="section" data-testid="person-goals">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().person_goals()}</h3>
            </div>
            <ul class="list">{rows}</ul>
        </section>
    }
}
