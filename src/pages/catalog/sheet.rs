//! One record beside the list: its figures, the way to its leads, its form.

use leptos::prelude::*;

use super::customer::CustomerForm;
use super::product::ProductForm;
use super::{Desk, Kind};
use crate::domain::id::{ProductId, RecordId};
use crate::pages::common::Refused;
use crate::present::filter::LeadFilter;
use crate::present::team::words::{sums, win_rate};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{ButtonKind, ButtonLink, Form, FormActions, Icon, Sheet};

/// The sheet with the chosen record; open while there is one.
#[component]
pub(super) fn CatalogSheet(desk: Desk) -> impl IntoView {
    let Desk { lang, kind, chosen, .. } = desk;
    let line = desk.chosen_line();
    let title = move || match &*line.read() {
        Some(line) => line.name.clone(),
        None => kind.words(lang.get()).new.to_owned(),
    };
    let form = move || {
        let id = chosen.get()?;
        Some(match kind {
            Kind::Customers => view! { <CustomerForm desk id=id.into() /> }.into_any(),
            Kind::Products => view! { <ProductForm desk id=id.into() /> }.into_any(),
        })
    };
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title
            on_close=move || chosen.set(None)
        >
            <div class="section" data-testid=kind.test_id("form")>
                <Show when=move || line.read().is_some()>
                    <Figures desk />
                </Show>
                {form}
            </div>
        </Sheet>
    }
}

/// What is open and won, and the way to the leads.
#[component]
fn Figures(desk: Desk) -> impl IntoView {
    let Desk { lang, kind, home, chosen, .. } = desk;
    let line = desk.chosen_line();
    let facts = move || {
        let (line, lang, home) = (line.read(), lang.get(), home.get());
        let figures = &line.as_ref()?.figures;
        let (rate, note) = win_rate(lang, figures.win_rate());
        Some(view! {
            <dt>{lang.catalog_open()}</dt>
            <dd>{sums(lang, &figures.open_value, home)}" · "{lang.catalog_leads(figures.open)}</dd>
            <dt>{lang.catalog_won()}</dt>
            <dd>{sums(lang, &figures.won_value, home)}" · "{lang.catalog_leads(figures.won)}</dd>
            <dt>{lang.catalog_rate()}</dt>
            <dd>{rate}" · "{note}</dd>
        })
    };
    let board = move || {
        let name = line.read().as_ref().map(|it| it.name.clone()).unwrap_or_default();
        let filter = leads_of(kind, chosen.get(), name);
        Route::Leads(BoardAddress { filter, ..BoardAddress::default() }).href()
    };
    view! {
        <dl class="facts">{facts}</dl>
        <ButtonLink
            kind=ButtonKind::Link
            icon=Icon::Board
            label=move || lang.get().catalog_on_board()
            href=Signal::derive(board)
            attr:data-testid=kind.test_id("board")
        />
    }
}

/// Which leads are a record's.
fn leads_of(kind: Kind, id: Option<RecordId>, name: String) -> LeadFilter {
    match kind {
        Kind::Customers => LeadFilter { text: name, ..LeadFilter::default() },
        Kind::Products => LeadFilter { product: id.map(ProductId::from), ..LeadFilter::default() },
    }
}

/// The foot of a form: why it was not taken, and the two ways to leave it.
#[component]
pub(super) fn FormFoot<T>(
    desk: Desk,
    /// The form above it.
    form: Form<T, Refusal>,
    /// Runs when it is to be saved.
    #[prop(into)]
    on_save: Callback<()>,
) -> impl IntoView
where
    T: Clone + Default + Send + Sync + 'static,
{
    let Desk { kind, chosen, .. } = desk;
    view! {
        <Refused refusal=form.refusal() />
        <div class="actions">
            <FormActions name=kind.test_id("save") on_cancel=move || chosen.set(None) on_save=move || on_save.run(()) />
        </div>
    }
}
