//! What the records say of the whole period of a review, in front of whoever writes; every figure
//! leads to its records.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::ReviewId;
use crate::pages::common::FoundCertificate;
use crate::present::growth::{
    EVIDENCE_TABLES, EvidenceLine, EvidenceOf, EvidenceWay, GrowthTab, evidence_lines,
    evidence_paper,
};
use crate::runtime::route::{MeetingPlace, Route};
use crate::ui::{Column, Figure, Table};

/// The evidence of a review. It is read apart from what is written, so that no change of a lead takes
/// the pen from anybody.
#[component]
pub(super) fn Evidence(desk: Desk, review: ReviewId) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let asked = RwSignal::new(None::<EvidenceOf>);
    let lines = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&EVIDENCE_TABLES, |it| evidence_lines(it, lang.get(), today, review))
    });
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("what", lang.evidence_what()),
            Column::text("days", lang.evidence_days()),
            Column::figure("value", lang.evidence_value()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |line: EvidenceLine| view! { <Line desk line asked /> };
    let found = Memo::new(move |_| {
        let (of, today) = (asked.get()?, app.today().get());
        app.view(&EVIDENCE_TABLES, |it| evidence_paper(it, lang.get(), today, (review, of)))
    });
    view! {
        <div data-testid="review-evidence">
            <Table caption=move || lang.get().evidence_title() columns>
                {move || lines.get().into_iter().map(row).collect_view()}
            </Table>
        </div>
        <FoundCertificate found on_close=move |()| asked.set(None) />
    }
}

#[component]
fn Line(desk: Desk, line: EvidenceLine, asked: RwSignal<Option<EvidenceOf>>) -> impl IntoView {
    let Desk { lang, id, manages, .. } = desk;
    let EvidenceLine { name, period, value, note, way } = line;
    // What stands behind figures beside the person's own pages is the manager's.
    let way = way.filter(|it| manages.get_untracked() || is_own(*it));
    let shown = match way {
        None => value.into_any(),
        Some(EvidenceWay::Records(of)) => {
            let label = name.clone();
            let explain = move |()| asked.set(Some(of));
            view! { <Figure value=move || value.clone() label=move || label.clone() on_explain=explain /> }
                .into_any()
        }
        Some(way) => {
            let label = lang.get_untracked().evidence_look(&name);
            let href = route(way, id.get_untracked()).href();
            view! { <a class="figure" data-size="inline" href=href aria-label=format!("{label}: {value}")>{value.clone()}</a> }
                .into_any()
        }
    };
    view! {
        <tr data-testid="evidence-line">
            <th scope="row">{name}</th>
            <td>{period}</td>
            <td class="figures">{shown} <span class="team__note">{note}</span></td>
        </tr>
    }
}

/// Whether it leads to a page of the person's own.
fn is_own(way: EvidenceWay) -> bool {
    matches!(way, EvidenceWay::Talks | EvidenceWay::Feedback | EvidenceWay::Aims)
}

fn route(way: EvidenceWay, person: crate::domain::id::PersonId) -> Route {
    match way {
        EvidenceWay::Records(_) => Route::Growth(person, GrowthTab::Reviews),
        EvidenceWay::Promises => Route::Promises,
        EvidenceWay::Meetings => Route::Meeting(MeetingPlace::Home),
        EvidenceWay::Talks => Route::Growth(person, GrowthTab::Talks),
        EvidenceWay::Feedback => Route::Growth(person, GrowthTab::Feedback),
        EvidenceWay::Aims => Route::Growth(person, GrowthTab::Aims),
        EvidenceWay::Thanks => Route::Thanks,
    }
}
