using System.Collections.Immutable;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>Either a <see cref="Delivery"/> or a <see cref="DeliveryRefusal"/>.</summary>
public abstract record DeliveryResult
{
    private protected DeliveryResult()
    {
    }
}

/// <summary>Why a delivery was not taken in. Nothing of it was kept.</summary>
/// <param name="File">The file in the delivery that it is about, as the delivery names it.</param>
/// <param name="Line">The line in that file, from 1; null when the refusal is not about a line.</param>
/// <param name="Details">What the sentence is filled with: texts, numbers, and kinds that have a word in each language.</param>
public sealed record DeliveryRefusal(RefusalReason Reason, string File, long? Line, ImmutableArray<object> Details) : DeliveryResult
{
    private static readonly Texts All = new(typeof(ImportTexts));

    /// <summary>What is wrong, in which file, and what to do about it.</summary>
    public string Sentence(Language language)
    {
        var place = Line is null ? File : All["Place.Line", language, File, Line];
        object?[] fill = [place, .. Details.Select(detail => Word(detail, language))];
        return All[$"Refusal.{Reason}", language, fill];
    }

    private static object Word(object detail, Language language) => detail switch
    {
        FieldKind kind => All[$"Field.{kind}", language],
        MediaRefusalReason reason => All[$"Media.{reason}", language],
        _ => detail,
    };
}

/// <summary>What can be wrong with a delivery; each has its sentence in ImportTexts.</summary>
public enum RefusalReason
{
    NotFound,
    NotABundle,
    ArchiveDamaged,
    ArchiveEncrypted,
    TooManyEntries,
    NotAFile,
    UnsafeName,
    DuplicateName,
    Link,
    NoManifest,
    ManifestTooLarge,
    BadJson,
    UnknownSchema,
    MissingField,
    WrongField,
    TextTooLong,
    HiddenCharacter,
    RoleTwice,
    FileNamedTwice,
    MissingFile,
    SizeMismatch,
    WrongChecksum,
    NotARecording,
    EndBeforeStart,
    ImplausibleTime,
    ImplausibleYear,
    ImplausibleSitting,
    BreakOutsideExam,
    LineTooLong,
    TooManyLines,
    ListTooLarge,
    TotalTooLarge,
    RatioTooHigh,
    UnknownDelivery,
    DeliveryTooLarge,
    TooManySignals,
    TooManyReports,
    NoSecret,
    WrongSignature,
    OutsideItsSession,
    OutsideTheSitting,
    WrongColumns,
    OpenQuotation,
    NotUtf8,
}

/// <summary>What a field of a manifest or a line should have held.</summary>
public enum FieldKind
{
    JsonObject,
    List,
    Text,
    Number,
    WholeNumber,
    Moment,
    UtcMoment,
    Percentage,
    Share,
    ControlAction,
    Checksum,
    Role,
    Source,
    Sender,
}

/// <summary>Where the words for refusals stand.</summary>
internal sealed class ImportTexts;

/// <summary>Ends the reading of a bad delivery from deep inside; the reader turns it into its answer.</summary>
internal sealed class RefusedDeliveryException(DeliveryRefusal refusal) : IOException(refusal.Reason.ToString())
{
    public DeliveryRefusal Refusal => refusal;

    public static RefusedDeliveryException In(string file, RefusalReason reason, params ReadOnlySpan<object> details) =>
        new(new DeliveryRefusal(reason, file, Line: null, [.. details]));

    public static RefusedDeliveryException At(string file, long? line, RefusalReason reason, params ReadOnlySpan<object> details) =>
        new(new DeliveryRefusal(reason, file, line, [.. details]));
}
