using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>The fields in which what is wrong with a letter is mended: how they are called on a page, and where that page is.</summary>
public static class Places
{
    private const string Prefix = "place-";

    /// <summary>The identity of the field on its page.</summary>
    public static string Id(LetterPlace place) => Prefix + place.ToString().ToLowerInvariant();

    /// <summary>The identity of another part of a page to which a link leads.</summary>
    public static string Named(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Prefix + part.ToLowerInvariant();
    }

    /// <summary>The page with the field, which gets the focus on arrival.</summary>
    public static string Address(CaseNumber number, LetterPlace place) => $"{Links.Case(RoomOf(place), number)}#{Id(place)}";

    /// <summary>The page with the field of this fault; a text of the house stands among the texts of the letters.</summary>
    public static string Address(CaseNumber number, LetterFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.House is { } lacking ? $"{Links.HouseTextsOf(lacking.Faculty)}#{Id(lacking.Field, lacking.Language)}" : Address(number, fault.Place);
    }

    /// <summary>The identity of a text of the house on its page.</summary>
    public static string Id(HouseField field, Language language) => Named($"{field}-{language.Code()}");

    /// <summary>On which page of a case the field stands.</summary>
    public static Room RoomOf(LetterPlace place) => place switch
    {
        LetterPlace.Addressee or LetterPlace.Institution or LetterPlace.Chance => Room.Letters,
        LetterPlace.Closing => Room.Committee,
        _ => Room.Decisions,
    };

    /// <summary>The identity in an address that leads to a field; null when it leads nowhere in particular.</summary>
    public static string? In(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.IndexOf('#', StringComparison.Ordinal);
        return at >= 0 && address.AsSpan(at + 1).StartsWith(Prefix, StringComparison.Ordinal) ? address[(at + 1)..] : null;
    }
}
