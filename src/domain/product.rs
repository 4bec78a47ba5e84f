//! Products.

use super::id::ProductId;
use super::money::Money;

record! {
    /// A product.
    pub struct Product(ProductId) {
        /// The name.
        name: String,
        /// The family it belongs to.
        series: String,
        /// The list price of one.
        price: Option<Money>,
    }
}
