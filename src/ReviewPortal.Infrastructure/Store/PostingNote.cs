using System.Globalization;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What a case keeps of a posting beside the step: the day, how it can be shown, and on a line of its own what the student lost by what was made known.</summary>
public static class PostingNote
{
    private const string Day = "yyyy-MM-dd";

    public static string Of(DateOnly on, string proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return $"{on.ToString(Day, CultureInfo.InvariantCulture)}: {proof.Trim().ReplaceLineEndings(" ")}";
    }

    public static string With(string note, string lost) => $"{note}\n{lost}";

    /// <summary>It is about what was sent on this day and can be shown by this.</summary>
    public static bool Tells(string? note, DateOnly on, string proof) => note?.Split('\n', 2)[0] == Of(on, proof);

    /// <summary>The day of posting or handing over.</summary>
    public static DateOnly? DayOf(string? note) =>
        note is { Length: >= 10 } && DateOnly.TryParseExact(note.AsSpan(0, 10), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    /// <summary>What the student lost, in the words of the portal; null when nothing.</summary>
    public static string? LostOf(string? note) => note?.Split('\n', 2) is [_, var lost] ? lost : null;
}
