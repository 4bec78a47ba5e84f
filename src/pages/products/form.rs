//! One product beside the list: figures, fields to change, the way to its leads.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::ProductId;
use crate::domain::money::{Currency, Money};
use crate::domain::product::Product;
use crate::present::filter::LeadFilter;
use crate::present::format;
use crate::present::goals::words::editable;
use crate::present::team::words::{sums, win_rate};
use crate::runtime::app::App;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, ButtonKind, ButtonLink, Icon, IconView, MoneyField, Sheet, TextField};

/// A product as filled in.
#[derive(Clone, Default, PartialEq)]
pub(super) struct ProductDraft {
    id: ProductId,
    product: Product,
    price: String,
}

impl ProductDraft {
    /// A new product.
    pub(super) fn blank(app: App) -> ProductDraft {
        ProductDraft { id: app.draw_id().into(), ..ProductDraft::default() }
    }

    /// A product as it is now.
    pub(super) fn of(app: App, id: ProductId) -> Option<ProductDraft> {
        let product = app.peek(|it| it.products.get(id).cloned())?;
        let price = product.price.map(editable).unwrap_or_default();
        Some(ProductDraft { id, product, price })
    }

    /// Which product it is.
    pub(super) fn id(&self) -> ProductId {
        self.id
    }

    /// The currency of its price.
    fn currency(&self, home: Currency) -> Currency {
        self.product.price.map_or(home, |it| it.currency)
    }

    /// The price; an error where what is typed is no amount.
    fn price(&self, home: Currency) -> Result<Option<Money>, ()> {
        let currency = self.currency(home);
        match self.price.trim() {
            "" => Ok(None),
            text => {
                let minor = format::parse_money(text, currency).filter(|it| 0 <= *it).ok_or(())?;
                Ok(Some(Money::new(minor, currency)))
            }
        }
    }
}

/// The sheet with a product; open while its form is.
#[component]
pub(super) fn ProductSheet(desk: Desk) -> impl IntoView {
    let Desk { lang, lines, form, .. } = desk;
    let known = Memo::new(move |_| lines.read().contains_key(&form.draft.read().id));
    let title = move || match lines.read().get(&form.draft.read().id) {
        Some(line) => line.name.clone(),
        None => lang.get().products_new().to_owned(),
    };
    view! {
        <Sheet open=form.is_open() title on_close=move || form.close()>
            <div class="section" data-testid="product-form">
                <Show when=move || known.get()>
                    <Figures desk />
                </Show>
                <Fields desk />
            </div>
        </Sheet>
    }
}

/// What is open and won with the product, and the way to its leads.
#[component]
fn Figures(desk: Desk) -> impl IntoView {
    let Desk { lang, home, lines, form, .. } = desk;
    let line = Memo::new(move |_| lines.read().get(&form.draft.read().id).cloned());
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
        let product = Some(form.draft.read().id);
        let filter = LeadFilter { product, ..LeadFilter::default() };
        Route::Leads(BoardAddress { filter, ..BoardAddress::default() }).href()
    };
    view! {
        <dl class="facts">{facts}</dl>
        <ButtonLink
            kind=ButtonKind::Link
            icon=Icon::Board
            label=move || lang.get().customers_on_board()
            href=Signal::derive(board)
            attr:data-testid="product-board"
        />
    }
}

#[component]
fn Fields(desk: Desk) -> impl IntoView {
    let Desk { app, lang, home, form, .. } = desk;
    let save = move || {
        let draft = form.draft.get_untracked();
        let Ok(price) = draft.price(home.get_untracked()) else { return };
        let name = draft.product.name.trim().to_owned();
        let product = Product { name, price, ..draft.product };
        form.settle(app.give(Command::SaveProduct(draft.id, product)));
    };
    let (name, set_name) = form.text(|draft| &mut draft.product.name);
    let (series, set_series) = form.text(|draft| &mut draft.product.series);
    let (price, set_price) = form.text(|draft| &mut draft.price);
    let symbol = move || format::symbol(lang.get(), form.draft.read().currency(home.get()));
    let read = move || form.draft.read().price(home.get());
    let not_an_amount =
        move || read().is_err().then(|| lang.get().goals_not_an_amount().to_owned());
    let understood = move || match read() {
        Ok(Some(price)) => format::money(lang.get(), price),
        Ok(None) | Err(()) => String::new(),
    };
    let refused = move || {
        let words = form.refusal().read().as_ref()?.words(lang.get());
        Some(view! { <IconView icon=Icon::Warn /> {words} })
    };
    view! {
        <div class="form">
            <TextField label=move || lang.get().products_name() value=name on_input=set_name on_enter=save attr:data-testid="product-name" />
            <TextField label=move || lang.get().products_series() value=series on_input=set_series on_enter=save />
            <MoneyField
                label=move || lang.get().products_price()
                currency=symbol
                value=price
                on_input=set_price
                on_enter=save
                understood=Signal::derive(understood)
                error=Signal::derive(not_an_amount)
                attr:data-testid="product-price"
            />
            <p class="field__error" role="alert" data-testid="form-refused">{refused}</p>
            <div class="actions">
                <Button label=move || lang.get().cancel() on_press=move || form.close() />
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().save()
                    on_press=save
                    attr:data-testid="product-save"
                />
            </div>
        </div>
    }
}
