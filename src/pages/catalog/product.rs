//! The form of a product.

use leptos::prelude::*;

use super::Desk;
use super::sheet::FormFoot;
use crate::domain::command::Command;
use crate::domain::id::ProductId;
use crate::domain::product::Product;
use crate::pages::common::PriceField;
use crate::present::price::PriceDraft;
use crate::runtime::refusal::Refusal;
use crate::ui::{Form, TextField};

/// A product as filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    product: Product,
    price: PriceDraft,
}

/// The fields of a product, new or known.
#[component]
pub(super) fn ProductForm(desk: Desk, id: ProductId) -> impl IntoView {
    let Desk { app, lang, home, chosen, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    let product = app.peek(|it| it.products.get(id).cloned()).unwrap_or_default();
    let price = PriceDraft::of(product.price, home.get_untracked());
    form.show(Draft { product, price });
    let save = move || {
        let draft = form.draft.get_untracked();
        let Some(price) = draft.price.read() else { return };
        let name = draft.product.name.trim().to_owned();
        let product = Product { name, price, ..draft.product };
        match app.give(Command::SaveProduct(id, product)) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
    };
    let (name, set_name) = form.text(|draft| &mut draft.product.name);
    let (series, set_series) = form.text(|draft| &mut draft.product.series);
    let (_, set_price) = form.text(|draft| &mut draft.price.text);
    view! {
        <div class="form">
            <TextField label=move || lang.get().products_name() value=name on_input=set_name on_enter=save attr:data-testid="product-name" />
            <TextField label=move || lang.get().products_series() value=series on_input=set_series on_enter=save />
            <span data-testid="product-price">
                <PriceField
                    label=move || lang.get().products_price()
                    draft=Signal::derive(move || form.draft.read().price.clone())
                    on_input=set_price
                    on_enter=save
                />
            </span>
            <FormFoot desk form on_save=move |()| save() />
        </div>
    }
}
