//! The form of a product.

use leptos::prelude::*;

use super::Desk;
use super::sheet::FormFoot;
use crate::domain::command::Command;
use crate::domain::id::ProductId;
use crate::domain::money::{Currency, Money};
use crate::domain::product::Product;
use crate::present::format;
use crate::present::goals::words::editable;
use crate::runtime::refusal::Refusal;
use crate::ui::{Form, MoneyField, TextField};

/// A product as filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    product: Product,
    price: String,
}

impl Draft {
    fn of(product: Product) -> Draft {
        let price = product.price.map(editable).unwrap_or_default();
        Draft { product, price }
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

/// The fields of a product, new or known.
#[component]
pub(super) fn ProductForm(desk: Desk, id: ProductId) -> impl IntoView {
    let Desk { app, lang, home, chosen, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    form.show(Draft::of(app.peek(|it| it.products.get(id).cloned()).unwrap_or_default()));
    let save = move || {
        let draft = form.draft.get_untracked();
        let Ok(price) = draft.price(home.get_untracked()) else { return };
        let name = draft.product.name.trim().to_owned();
        let product = Product { name, price, ..draft.product };
        match app.give(Command::SaveProduct(id, product)) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
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
            <FormFoot desk form on_save=move |()| save() />
        </div>
    }
}
