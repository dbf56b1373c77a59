using System.Collections.Immutable;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>What letters cannot say of their sender because nobody set it: it keeps them back.</summary>
internal static class UnsetSender
{
    /// <returns>For whoever runs the portal, a sentence for each.</returns>
    public static ImmutableArray<string> Problems(Institution house) =>
    [
        .. house.Missing().Select(missing => $"Letters that need it do not go out: {(missing.Field.IsBilingual() ? $"Institution:{missing.Field}:{missing.Language}" : $"Institution:{missing.Field}")} is not set. Set it, or let the secretary of the board fill it in at {Links.HouseTexts}."),
    ];
}
