using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Cases;

/// <summary>
/// Whether two accounts are one person's, as far as a portal can tell: two members who sign are two persons, not two accounts. The same name or the same e-mail address,
/// however it was typed, is taken for the same person; who only bears the same name has an administrator tell the accounts apart.
/// </summary>
public static class OnePerson
{
    public static bool Has(Actor one, Actor other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Id == other.Id || Same(one.Email, other.Email) || Same(one.Name, other.Name);
    }

    private static bool Same(string one, string other) => Folded(one) is { Length: > 0 } text && text == Folded(other);

    // Accents, capitals and spaces make no other person.
    private static string Folded(string text) => string.Concat(FoldedText.Of(text).Text.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
}
