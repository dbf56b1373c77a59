using System.Globalization;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>A file of a student's as a page lists it.</summary>
/// <param name="TellsPlace">The picture says where it was taken.</param>
public sealed record AttachedFile(Guid Id, string Name, AttachmentType Type, long Bytes, string Sha256, bool TellsPlace, DateTimeOffset AddedAt)
{
    private const double Kilo = 1000;

    public static AttachedFile Of(Attachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return new(attachment.Id, attachment.Name, attachment.Type, attachment.Bytes, attachment.Sha256, attachment.TellsPlace, attachment.AddedAt);
    }

    /// <summary>An amount of bytes as people read it: 1,2 MB.</summary>
    public static string Size(long bytes, Language language)
    {
        CultureInfo culture = language.Culture();
        return bytes < Kilo * Kilo ? $"{Math.Max(1, bytes / Kilo).ToString("0", culture)} kB" : $"{(bytes / Kilo / Kilo).ToString("0.#", culture)} MB";
    }
}
