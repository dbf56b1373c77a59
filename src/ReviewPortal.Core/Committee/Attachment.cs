using System.Globalization;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>
/// A file of the student's own in a case: beside the view in writing (Awb 4:8, 4:9), or to show who may speak for the student (Awb 2:1 lid 2). Its bytes lie sealed under
/// <see cref="Id"/> and are never changed.
/// </summary>
public sealed class Attachment
{
    /// <summary>Beside one view, with everything that is added to it.</summary>
    public const int Most = 10;

    /// <summary>Of one file.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int LongestName = 120;

    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public AttachmentUse Use { get; init; }

    /// <summary>As the student called it, without what could mislead whoever saves it.</summary>
    public required string Name { get; init; }

    /// <summary>What its bytes are, whatever its name says.</summary>
    public AttachmentType Type { get; init; }

    public long Bytes { get; init; }

    /// <summary>In lower-case hexadecimals.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The picture itself tells where it was taken; the student was told so when adding it (AVG 5 lid 1 onder c).</summary>
    public bool TellsPlace { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it was handed to the board; null while only the student has it and can take it away.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>It was handed in with a view that was received then, or with something that was added to that view; false as long as nothing was received.</summary>
    /// <param name="completeAt">When something was last added to the view; when it was received, when nothing was.</param>
    public bool CameWithView(DateTimeOffset? receivedAt, DateTimeOffset? completeAt) => Use is AttachmentUse.View && receivedAt <= SentAt && SentAt <= completeAt;

    /// <summary>A name that can be shown and saved: no folders, nothing that cannot be seen, not too long, and with the ending of what the file is.</summary>
    public static string NameOf(string given, AttachmentType type)
    {
        ArgumentNullException.ThrowIfNull(given);
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.EnumerateRunes().Where(IsSeen)).Trim(' ', '.');
        var endings = EndingsOf(type);
        var ending = endings.FirstOrDefault(item => clean.EndsWith(item, StringComparison.OrdinalIgnoreCase));
        var stem = ending is null ? clean : clean[..^ending.Length];
        return Cut(stem.Length is 0 ? "bijlage" : stem) + (ending ?? endings[0]);
    }

    /// <summary>How many of a kind can lie there: an authorisation is one document.</summary>
    public static int MostOf(AttachmentUse use) => use is AttachmentUse.View ? Most : 1;

    /// <summary>As it is told to whoever downloads it.</summary>
    public static string ContentTypeOf(AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "application/pdf",
        AttachmentType.Png => "image/png",
        AttachmentType.Jpeg => "image/jpeg",
        _ => "text/plain; charset=utf-8",
    };

    private static string[] EndingsOf(AttachmentType type) => type switch
    {
        AttachmentType.Pdf => [".pdf"],
        AttachmentType.Png => [".png"],
        AttachmentType.Jpeg => [".jpg", ".jpeg"],
        _ => [".txt"],
    };

    private static string Cut(string stem) => stem.Length <= LongestName ? stem : stem[..(char.IsHighSurrogate(stem[LongestName - 1]) ? LongestName - 1 : LongestName)];

    // Control characters, and those that turn the direction of reading: "gpj.exe" would read "exe.jpg".
    private static bool IsSeen(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not ('"' or '<' or '>' or ':' or '|' or '?' or '*' or 0xFFFD);
}

/// <summary>What a file of the student's is for.</summary>
public enum AttachmentUse
{
    View,

    /// <summary>It authorises a representative (Awb 2:1 lid 2).</summary>
    Authorisation,
}

/// <summary>The kinds of files that everybody can open and that run nothing when they are.</summary>
public enum AttachmentType
{
    Pdf,
    Png,
    Jpeg,
    Text,
}

/// <summary>Why a file of the student's is not taken.</summary>
public enum AttachmentProblem
{
    Empty,
    TooLarge,

    /// <summary>By its bytes none of the kinds that are taken, or cut off.</summary>
    UnknownType,

    TooMany,

    /// <summary>The same bytes are there already.</summary>
    Twice,

    /// <summary>The connection broke before the last byte.</summary>
    NotReceived,
}
