using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>The hash of what was signed: written down at every step after the signature, so that a text changed behind the portal's back shows.</summary>
public static class SignedContent
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatCameLater } },
    };

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
        return Hash(content);
    }

    /// <summary>Of what the appeals desk registered and recorded. Null while there is nothing.</summary>
    public static string? HashOf(IReadOnlyCollection<Appeal> appeals)
    {
        ArgumentNullException.ThrowIfNull(appeals);
        return appeals.Count is 0 ? null : Hash(appeals.SelectMany(appeal => (object[])[new { appeal.Id, appeal.Body, appeal.ReceivedOn, appeal.WasLate, appeal.Grounds, appeal.Ruling, appeal.RuledOn, appeal.RulingSummary, appeal.OtherComposition, appeal.DecideBy, appeal.WithdrawnOn, appeal.InterimFrom, appeal.InterimUntil, appeal.InterimMeasure, appeal.SettlementReport }, .. WhatCameLater(appeal)]));
    }

    // An appeal without any of it keeps the hash it had before there was a place for it.
    private static object[] WhatCameLater(Appeal appeal) =>
        appeal is { AgreedOn: null, EarlierMeasures.IsEmpty: true } ? [] : [new { appeal.Agreement, appeal.AgreedOn, appeal.EarlierMeasures }];

    /// <summary>Of the decisions that no longer stand: they stay as they were (I10). Null while there are none.</summary>
    public static string? HashOf(IReadOnlyCollection<FormerRound> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        return rounds.Count is 0 ? null : Hash(rounds.Select(round => new { round.Number, round.Why, round.Content, round.Annulled, round.OtherComposition, round.InFavour, round.Weight, round.Outcome, round.Reasons, members = round.Members.Select(member => member.Id.Value) }));
    }

    private static string Hash<T>(T content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Written)));

    // Decisions that were signed before a field existed keep the hash they were signed with: an empty one is not written.
    private static void LeaveOutWhatCameLater(JsonTypeInfo info)
    {
        if (info.Type != typeof(DecisionDraft)) return;
        foreach (var property in info.Properties.Where(property => string.Equals(property.Name, nameof(DecisionDraft.DeviationReasons), StringComparison.OrdinalIgnoreCase)))
            property.ShouldSerialize = (_, value) => value is string { Length: > 0 };
    }
}
