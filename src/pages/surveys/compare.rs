//! Quarters, products and people beside each other, with what the numbers allow to say.

use leptos::prelude::*;

use super::survey::Desk;
use crate::present::surveys::{CompareBy, ComparedRow, TABLES, compared};
use crate::ui::{Choice, Column, SegmentedField, SelectField, Table};

/// The answers to one question by group; nothing before the first answer.
#[component]
pub(super) fn Compare(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, view, .. } = desk;
    let by = RwSignal::new(CompareBy::default());
    let chosen = RwSignal::new(None::<usize>);
    let scales = Memo::new(move |_| {
        let view = view.read();
        let questions = view.as_ref().map(|it| it.questions.clone()).unwrap_or_default();
        let with_scores = questions.into_iter().filter(|it| it.score.is_some());
        with_scores.map(|it| (it.place, it.words)).collect::<Vec<_>>()
    });
    let place = Memo::new(move |_| {
        let scales = scales.read();
        let known = chosen.get().filter(|it| scales.iter().any(|(place, _)| place == it));
        known.or(scales.first().map(|it| it.0))
    });
    let rows = Memo::new(move |_| {
        let (id, by) = (id.get(), by.get());
        let place = place.get();
        app.view(&TABLES, |it| place.map(|place| compared(it, lang.get(), id, place, by)))
    });
    let ways = move || {
        let name = |it| match it {
            CompareBy::Quarter => lang.get().survey_by_quarter(),
            CompareBy::Product => lang.get().survey_by_product(),
            CompareBy::Person => lang.get().survey_by_person(),
        };
        CompareBy::ALL.map(|it| Choice::new(it.as_str(), name(it))).to_vec()
    };
    let questions = move || {
        let choice = |(place, words): &(usize, String)| Choice::new(place.to_string(), words);
        scales.read().iter().map(choice).collect::<Vec<_>>()
    };
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("group", lang.survey_group()),
            Column::figure("answers", lang.survey_answers()),
            Column::figure("figure", lang.survey_figure()),
            Column::figure("interval", lang.survey_interval()),
            Column::text("verdict", lang.survey_verdict()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |it: ComparedRow| {
        view! {
            <tr data-testid="survey-compared">
                <th scope="row">{it.name}</th>
                <td class="figures">{it.answers}</td>
                <td class="figures">{it.figure}</td>
                <td class="figures">{it.interval}</td>
                <td>{it.verdict}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || place.get().is_some()>
            <section class="section" data-testid="survey-compare">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().survey_compare()}</h2>
                    <SegmentedField
                        label=move || lang.get().survey_compare()
                        choices=Signal::derive(ways)
                        value=Signal::derive(move || by.get().as_str().to_owned())
                        on_change=move |it: String| by.set(CompareBy::named(&it))
                    />
                </div>
                <Show when=move || 1 < scales.read().len()>
                    <SelectField
                        label=move || lang.get().survey_question_text()
                        choices=Signal::derive(questions)
                        value=Signal::derive(move || place.get().unwrap_or(0).to_string())
                        on_change=move |it: String| chosen.set(it.parse().ok())
                    />
                </Show>
                <Table caption=move || lang.get().survey_compare() columns>
                    {move || rows.get().unwrap_or_default().into_iter().map(row).collect_view()}
                </Table>
                <Show when=move || by.get() == CompareBy::Product>
                    <p class="section__note" data-testid="survey-by-product">
                        {move || lang.get().survey_by_product_how()}
                    </p>
                </Show>
            </section>
        </Show>
    }
}
