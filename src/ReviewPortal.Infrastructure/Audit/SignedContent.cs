using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>The hash of what was signed: written down at every step after the signature, so that a text changed behind the portal's back shows.</summary>
public static class SignedContent
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Of the decision with its signatures, in lower-case hexadecimals; null while nobody has signed.</summary>
    public static string? HashOf(Decision? decision)
    {
        if (decision is not { SignedAt: { } signed }) return null;
        var content = new
        {
            decision.Draft,
            signedBy = decision.SignedBy?.Value, decision.SignedByName, signedAt = signed.UtcTicks,
            coSignedBy = decision.CoSignedBy?.Value, decision.CoSignedByName, coSignedAt = decision.CoSignedAt?.UtcTicks,
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Written)));
    }

    /// <summary>Of the decisions that no longer stand: they stay as they were (I10). Null while there are none.</summary>
    public static string? HashOf(IReadOnlyCollection<FormerRound> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        return rounds.Count is 0 ? null : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rounds.Select(round => new { round.Number, round.Why, round.Content }), Written)));
    }
}
