using System.Collections.Immutable;
using System.Text.Json;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Recordings.Uploads;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>How far an upload has come, and what became of it.</summary>
/// <param name="State">arriving, checking, takenIn, waiting (kept, without a sitting), held (in quarantine), refused, failed, cancelled or expired.</param>
/// <param name="Received">Bytes that are here.</param>
/// <param name="Report">Empty until it was taken in or refused; while the portal has no room to take it in, it says that.</param>
public sealed record UploadStatus(Guid Id, string FileName, string State, long Bytes, long Received, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, ImmutableArray<StatusLine> Report)
{
    internal static UploadStatus Of(UploadRow row, Language language) => new(
        row.Upload.Id, row.Upload.File, JsonNamingPolicy.CamelCase.ConvertName(row.State.ToString()), row.Upload.Bytes, row.Received ?? 0, row.Upload.CreatedAt,
        row.Upload.State is UploadState.Arriving ? row.Upload.ExpiresAt : null,
        [.. row.Report.Select(line => StatusLine.Of(line, language))]);
}

/// <summary>What became of one thing in a delivery.</summary>
/// <param name="Refused">Whether whoever sent it has to do something.</param>
/// <param name="Sentence">What happened, for a person.</param>
/// <param name="Case">The number of the case; null when there is none.</param>
public sealed record StatusLine(bool Refused, string Sentence, string? Case)
{
    internal static StatusLine Of(UploadLine line, Language language) => new(line.IsRefused, line.In(language), line.Case);
}

/// <summary>What became of the message of a webhook.</summary>
public sealed record WebhookAnswer(ImmutableArray<StatusLine> Report);
