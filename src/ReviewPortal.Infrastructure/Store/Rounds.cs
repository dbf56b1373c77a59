using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Lays a decision that no longer stands aside, readable, and makes room for the next one.</summary>
public static class Rounds
{
    /// <summary>Where in what was kept of a round the day of its session stands.</summary>
    public const string SessionDay = "$.session.date";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="file">The case; its decision has been published.</param>
    /// <param name="why">Why the decision does not stand any more.</param>
    public static void CloseRound(this CaseFile file, string why, RoundEnd end)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.After.Retake?.Unpropose();
        // What one member signed meanwhile went nowhere, and falls with the decision it rests on.
        if (file.After.Termination is { IsMade: false } unsigned)
        {
            Remove(file, unsigned);
            file.After.Termination = null;
        }

        // A decision that was not sent was not what the ruling annulled, when that was on the one before it: that one bears it already.
        var annulled = end.Annulled && (file.After.HasGoneOut || file.After.LastAnnulment?.Letter is not { } ruledOn || ruledOn == file.After.Letter?.Id);
        var round = new FormerRound
        {
            Id = Guid.CreateVersion7(file.Now),
            Case = file.Case.Id,
            Number = file.After.Former.Length + 1,
            ClosedAt = file.Now,
            ClosedByName = file.Actor.Name,
            Annulled = annulled,
            OtherComposition = annulled && file.After.LastAnnulment is { OtherComposition: true },
            InFavour = end.InFavour,
            Weight = file.Decision?.Weight ?? 0,
            Why = why,
            Outcome = file.Decision?.Outcome,
            Reasons = file.Decision?.Reasons ?? "",
            Members = file.Session?.Members ?? [],
            Content = JsonSerializer.Serialize(new { file.Invitation, file.View, file.Hearing, file.Session, file.Investigation?.Findings, file.Closing, file.Decision, file.After.Retake, file.After.Termination }, Written),
        };
        file.After.Former = [.. file.After.Former, round];
        file.Db.Add(round);

        // Of the board's own motion the decision stands until the new one is published, and what it gave with it; a proposal to the executive board
        // outlives it, because somebody has to take it back.
        Remove(file, file.Decision, file.Session, file.Closing);
        (file.Decision, file.Session, file.SessionMembers, file.Closing) = (null, null, [], null);
        // A first decision that was never sent gave nothing, unless the student counts on it already (Awb 3:40).
        if (end.Annulled || file.After is { HasGoneOut: false, Kept: null, Retake: { On: null, RequestedAt: null } }) EndChance(file);
        if (!end.HearAgain) return;
        Remove(file, file.Invitation, file.View, file.Hearing);
        (file.Invitation, file.View, file.Hearing) = (null, null, null);
    }

    /// <summary>
    /// The decision that stood while the board decides again has been annulled: what it gave ends, and who has to decide is as the ruling orders. A draft
    /// stays; a signature under it does not, because it was put there before the ruling. One whose letter was made stays as it is: it is laid aside with its round, or sent.
    /// </summary>
    public static void AnnulKept(this CaseFile file, bool otherComposition)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.After.Kept is not { } round) return;
        (round.Annulled, round.OtherComposition) = (true, otherComposition);
        if (file.After.Letter is null && file.Decision is { IsSigned: true } signed) signed.Reopen();
        EndChance(file);
    }

    /// <summary>The sanction of that decision, read off what was laid aside.</summary>
    public static Sanction? Sanction(this FormerRound round) => OfDecision<Sanction>(round, "sanction");

    /// <summary>The forms of fraud that decision found, read off what was laid aside; empty when it found none.</summary>
    public static ImmutableArray<string> FraudCodes(this FormerRound round) => [.. OfDecision<string[]>(round, "fraudCodes") ?? []];

    /// <summary>What the student was given to read and gave back in that round; a later round does not take it away (Awb 4:8, 4:9).</summary>
    public static RoundAsHeard AsHeard(this FormerRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return JsonSerializer.Deserialize<RoundAsHeard>(round.Content, Written) ?? new(null, null, null);
    }

    private static T? OfDecision<T>(FormerRound round, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(round);
        using var content = JsonDocument.Parse(round.Content);
        return content.RootElement.TryGetProperty("decision", out var decision) && decision.ValueKind is JsonValueKind.Object && decision.TryGetProperty(name, out var part) ? part.Deserialize<T>(Written) : null;
    }

    private static void EndChance(CaseFile file)
    {
        Remove(file, file.After.Retake);
        file.After.Retake = null;
    }

    private static void Remove(CaseFile file, params ReadOnlySpan<object?> records)
    {
        foreach (var record in records)
        {
            if (record is not null) file.Db.Remove(record);
        }
    }
}

/// <summary>How a round ended.</summary>
/// <param name="Annulled">By another body; otherwise the board itself took it up again.</param>
/// <param name="InFavour">The board can only favour the student from here on.</param>
/// <param name="HearAgain">The student will be invited again; otherwise the view that was given stays.</param>
public sealed record RoundEnd(bool Annulled, bool InFavour = false, bool HearAgain = false);

/// <summary>The student's part of a round that was laid aside.</summary>
public sealed record RoundAsHeard(KeptInvitation? Invitation, KeptView? View, KeptHearing? Hearing)
{
    /// <summary>Everything the student said in that round; empty when nothing.</summary>
    public string Words(Language language) => View is not { } view ? "" : new View { Text = view.Text, Form = view.Form, ReceivedAt = view.ReceivedAt }
        .Whole(Hearing is { } heard ? new Hearing { PlannedAt = heard.PlannedAt, Statement = heard.Statement } : null, language);
}

public sealed record KeptInvitation(DateTimeOffset InvitedAt);

public sealed record KeptView(string Text, ViewForm? Form, DateTimeOffset? ReceivedAt, DateTimeOffset? SupplementedAt = null);

public sealed record KeptHearing(string Attendees, string Minutes, string Comment, DateTimeOffset? CommentedAt, DateTimeOffset? PlannedAt = null, string Statement = "");
