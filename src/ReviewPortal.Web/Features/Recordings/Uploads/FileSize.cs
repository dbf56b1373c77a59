using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>A number of bytes as people say it.</summary>
internal static class FileSize
{
    public static string Of(long bytes, IStringLocalizer<UploadTexts> texts) => bytes switch
    {
        < 1000 => texts["Bytes", bytes],
        < 1_000_000 => texts["Bytes.K", Number(bytes / 1e3)],
        < 1_000_000_000 => texts["Bytes.M", Number(bytes / 1e6)],
        _ => texts["Bytes.G", Number(bytes / 1e9)],
    };

    private static string Number(double number) => number.ToString(number < 10 ? "0.#" : "0", Here.Language.Culture());
}

/// <summary>The words that the browser's module says by itself.</summary>
internal static class UploadWords
{
    private const string Own = "Js.";

    public static IReadOnlyDictionary<string, string> Of(IStringLocalizer<UploadTexts> texts) =>
        texts.GetAllStrings(includeParentCultures: true).Where(text => text.Name.StartsWith(Own, StringComparison.Ordinal)).DistinctBy(text => text.Name, StringComparer.Ordinal)
            .ToDictionary(text => text.Name[Own.Length..], text => text.Value, StringComparer.Ordinal);
}
