//! Who else sells the same, how deals against them went, and why deals are lost.

mod detail;
mod reasons;

use leptos::prelude::*;

use crate::domain::id::CompetitorId;
use crate::i18n::Lang;
use crate::present::competition::{COMPETITION_TABLES, CompetitorRow, competitors, losses};
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::ui::{Button, ButtonKind, Column, EmptyPicture, EmptyState, Icon, Table};
use detail::DetailSheet;
use reasons::ReasonsDialog;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    rows: Memo<Vec<CompetitorRow>>,
    /// What stands in the sheet.
    chosen: RwSignal<Option<Chosen>>,
    /// Whether the reasons are being edited.
    editing: RwSignal<bool>,
}

/// What stands in the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Chosen {
    /// A competitor, which may be new.
    Competitor(CompetitorId),
    /// A reason, with the leads that were lost for it.
    Reason(String),
}

/// Competitors, and reasons why deals are lost.
#[component]
pub fn CompetitorsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let rows = Memo::new(move |_| app.view(&COMPETITION_TABLES, |it| competitors(it, lang.get())));
    let (chosen, editing) = (RwSignal::new(None), RwSignal::new(false));
    let desk = Desk { app, lang, rows, chosen, editing };
    let add = move || chosen.set(Some(Chosen::Competitor(app.draw_id().into())));
    let empty = move || {
        let sentence = move || lang.get().competitors_empty();
        view! { <EmptyState picture=EmptyPicture::Table sentence /> }
    };
    view! {
        <div class="two-pane" data-testid="competitors-page">
            <div class="two-pane__main">
                <div class="content">
                    <div class="toolbar">
                        <span class="toolbar__rest">
                            <Button
                                kind=ButtonKind::Primary
                                icon=Icon::Plus
                                label=move || lang.get().competitors_add()
                                on_press=add
                                attr:data-testid="competitors-add"
                            />
                        </span>
                    </div>
                    <Show when=move || !rows.read().is_empty() fallback=empty>
                        <Competitors desk />
                    </Show>
                    <Losses desk />
                </div>
            </div>
            <DetailSheet desk />
        </div>
        <ReasonsDialog desk />
    }
}

#[component]
fn Competitors(desk: Desk) -> impl IntoView {
    let Desk { lang, rows, chosen, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Column::text("name", lang.competitor_name()),
            Column::figure("won", lang.competitors_won()),
            Column::figure("lost", lang.competitors_lost()),
            Column::figure("lost-to", lang.competitors_lost_to()),
            Column::figure("open", lang.competitors_open()),
            Column::text("rate", lang.competitors_rate()),
            Column::text("seen", lang.competitor_seen_on()),
        ]
    });
    let row = move |row: CompetitorRow| {
        let CompetitorRow { id, name, counts, rate, rate_note, seen } = row;
        let figure = |n| view! { <td class="figures">{format::count(lang.get(), n)}</td> };
        let choose = move |_| chosen.set(Some(Chosen::Competitor(id)));
        view! {
            <tr data-testid="competitor-row">
                <th scope="row">
                    <button type="button" class="competitors__name" on:click=choose>{name}</button>
                </th>
                {counts.map(figure).collect_view()}
                <td title=rate_note>{rate}</td>
                <td>{seen}</td>
            </tr>
        }
    };
    view! {
        <section class="section competitors">
            <Table caption=move || lang.get().place_competitors() columns>
                {move || rows.get().into_iter().map(row).collect_view()}
            </Table>
            <p class="section__note">{move || lang.get().competitors_rate_how()}</p>
        </section>
    }
}

/// How often deals were lost for which reason; each opens its leads.
#[component]
fn Losses(desk: Desk) -> impl IntoView {
    let Desk { app, lang, chosen, editing, .. } = desk;
    let found = Memo::new(move |_| app.view(&COMPETITION_TABLES, losses));
    let row = move |(reason, count): (String, u64)| {
        let count = lang.get().loss_reason_leads(&format::count(lang.get(), count));
        let name = reason_words(lang.get(), &reason);
        let choose = move |_| chosen.set(Some(Chosen::Reason(reason.clone())));
        view! {
            <li>
                <button type="button" class="list__row" data-testid="loss-reason" on:click=choose>
                    <span class="list__main"><span class="list__name">{name}</span></span>
                    <span class="list__figure">{count}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().loss_reasons_title()}</h2>
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().loss_reasons_edit()
                    on_press=move || editing.set(true)
                    attr:data-testid="loss-reasons-edit"
                />
            </div>
            <Show when=move || found.read().is_empty()>
                <p class="section__note">{move || lang.get().loss_reason_none_lost()}</p>
            </Show>
            <ul class="list">{move || found.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

fn reason_words(lang: Lang, reason: &str) -> String {
    if reason.is_empty() { lang.loss_reason_unsaid().to_owned() } else { reason.to_owned() }
}
