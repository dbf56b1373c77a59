using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Cases;

/// <summary>
/// Whether two accounts are one person's, as far as a portal can tell: two members who sign are two persons, not two accounts. The same name or the same e-mail address,
/// however it was typed, is taken for the same person: surname first, or with a plus and a word of one's own in the address (RFC 5233). Who only bears the same name has an
/// administrator tell the accounts apart. An initial is no name: colleagues share a surname and an initial too often for it.
/// </summary>
public static class OnePerson
{
    public static bool Has(Actor one, Actor other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Id == other.Id || Same(Mailbox(one.Email), Mailbox(other.Email)) || Same(one.Name, other.Name) || Same(InOrder(one.Name), InOrder(other.Name));
    }

    private static bool Same(string one, string other) => Folded(one) is { Length: > 0 } text && text == Folded(other);

    // "Karimi, Aisha" and "Aisha Karimi": the same words, in one order.
    private static string InOrder(string name) => string.Concat(FoldedText.Of(name).Text.ToUpperInvariant().Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static string Mailbox(string address) =>
        address.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && address.IndexOf('@', plus) is > 0 and var at ? address[..plus] + address[at..] : address;

    // Accents, capitals and spaces make no other person.
    private static string Folded(string text) => string.Concat(FoldedText.Of(text).Text.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
}
