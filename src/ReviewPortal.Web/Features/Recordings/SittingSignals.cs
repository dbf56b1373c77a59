using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Signals of one kind from one origin.</summary>
/// <param name="Origin">The supplier and its version.</param>
/// <param name="Delivery">Which delivery brought them; null when they came with the recordings.</param>
public sealed record SignalGroup(SignalSource Source, string Kind, string Origin, Guid? Delivery, int Count, double First, double Last);

/// <param name="HasMore">There is something as the supplier gave it.</param>
public sealed record SignalLine(long Id, double At, SignalSource Source, string Kind, string Text, double? Weight, bool HasMore);

/// <summary>The signals of a sitting for whoever is let in at its door: questions of a supplier's software, no verdict (I11).</summary>
public sealed class SittingSignals(PortalDbs dbs, CaseDoor door, OwnPasses passes)
{
    public const int PageSize = 25;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<ImmutableArray<SignalGroup>> GroupsAsync(string number, PersonId by, CancellationToken ct)
    {
        if (await HeadAsync(number, by, ct) is not { } head) return [];
        await using var db = await dbs.LookAsync(ct);
        var recorder = await db.Sittings.Where(item => item.Id == head.Sitting).Select(item => item.Supplier).SingleAsync(ct);
        var suppliers = await db.SignalDeliveries.Where(item => item.Sitting == head.Sitting).Select(item => new { item.Id, item.Supplier }).ToDictionaryAsync(item => item.Id, item => item.Supplier, ct);
        var groups = await db.Signals.Where(item => item.Sitting == head.Sitting).GroupBy(item => new { item.Source, item.Kind, item.Delivery })
            .Select(group => new { group.Key, Count = group.Count(), First = group.Min(item => item.At), Last = group.Max(item => item.At) }).ToListAsync(ct);
        return [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
            .Select(group => new SignalGroup(group.Key.Source, group.Key.Kind, group.Key.Delivery is { } from && suppliers.TryGetValue(from, out var supplier) ? supplier : recorder, group.Key.Delivery, group.Count, group.First, group.Last))];
    }

    /// <param name="only">One group; null for all.</param>
    public async Task<ImmutableArray<SignalLine>> PageAsync(string number, SignalGroup? only, int page, PersonId by, CancellationToken ct)
    {
        if (await HeadAsync(number, by, ct) is not { } head) return [];
        await using var db = await dbs.LookAsync(ct);
        var signals = db.Signals.Where(item => item.Sitting == head.Sitting);
        if (only is not null) signals = signals.Where(item => item.Source == only.Source && item.Kind == only.Kind && item.Delivery == only.Delivery);
        return [.. await signals.OrderBy(item => item.At).ThenBy(item => item.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(item => new SignalLine(item.Id, item.At, item.Source, item.Kind, item.Text, item.Weight, item.Data != null)).ToListAsync(ct)];
    }

    /// <summary>What the supplier gave with one signal, as it came.</summary>
    public async Task<string?> RawAsync(string number, long signal, PersonId by, CancellationToken ct)
    {
        if (await HeadAsync(number, by, ct) is not { } head) return null;
        await using var db = await dbs.LookAsync(ct);
        return await db.Signals.Where(item => item.Id == signal && item.Sitting == head.Sitting).Select(item => item.Data).FirstOrDefaultAsync(ct) is { } data ? Readable(data) : null;
    }

    // A coordinator may be the reviewer of the same sitting, and sees here no more than there.
    private async Task<CaseHead?> HeadAsync(string number, PersonId by, CancellationToken ct) =>
        await door.OpenAsync(number, Room.Recordings, by, ct) is { } head && !(await passes.OfAsync(head.Sitting, by, ct)).Hidden ? head : null;

    private static string Readable(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            return JsonSerializer.Serialize(json.RootElement, Indented);
        }
        catch (JsonException)
        {
            return data;
        }
    }
}
