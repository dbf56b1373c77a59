using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Where one signal comes from, and what its supplier says of its software (APW-INF-6). Nothing in it is computed here.</summary>
public sealed record SignalOrigin
{
    public required long Id { get; init; }

    /// <summary>With whom there is an agreement; null when the delivery names nobody who is known.</summary>
    public required string? Supplier { get; init; }

    /// <summary>System and version as the delivery names them.</summary>
    public required string Software { get; init; }

    /// <summary>By which reader it was read; null when it came with the recordings.</summary>
    public required string? Format { get; init; }

    public required DateTimeOffset DeliveredAt { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required string? Site { get; init; }

    public required string? Application { get; init; }

    /// <summary>The supplier's own weight, as sent: shown among what it sent and nowhere else.</summary>
    public required double? Weight { get; init; }

    /// <summary>What else it sent, laid out for reading.</summary>
    public required string? Sent { get; init; }

    /// <summary>What its software looks for, in the supplier's words; empty when it has not stated that.</summary>
    public required string LooksFor { get; init; }

    public required DateTimeOffset? StatedAt { get; init; }

    /// <summary>Signals of this sitting with the same source, kind and text, this one among them.</summary>
    public required int Equal { get; init; }
}

/// <summary>Reads the origin of a signal, for its reviewer.</summary>
public sealed class SignalOrigins(PortalDbs dbs, OwnPasses passes)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when it is no signal of this sitting, or signals are hidden from this person.</returns>
    public async Task<SignalOrigin?> ReadAsync(SignalScope scope, long id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await dbs.LookAsync(ct);
        if ((await passes.OfAsync(db, scope.Sitting, scope.By, ct)).Hidden || await db.Signals.FirstOrDefaultAsync(item => item.Id == id && item.Sitting == scope.Sitting, ct) is not { } signal) return null;
        var sitting = await db.Sittings.Where(item => item.Id == scope.Sitting).Select(item => new { item.Supplier, item.ImportedAt }).SingleAsync(ct);
        var delivery = await db.SignalDeliveries.Where(item => item.Id == signal.Delivery).Select(item => new { item.Supplier, item.Format, item.ReceivedAt }).FirstOrDefaultAsync(ct);
        var software = delivery?.Supplier ?? sitting.Supplier;
        var supplier = Named(await db.Suppliers.ToListAsync(ct), SupplierFormats.Named(delivery?.Format)?.Supplier() ?? software);
        return new SignalOrigin
        {
            Id = id,
            Supplier = supplier?.Name,
            Software = software,
            Format = delivery?.Format,
            DeliveredAt = delivery?.ReceivedAt ?? sitting.ImportedAt,
            Kind = signal.Kind,
            Text = signal.Text,
            Site = signal.Site,
            Application = signal.Application,
            Weight = signal.Weight,
            Sent = signal.Data is null ? null : Readable(signal.Data),
            LooksFor = supplier?.LooksFor ?? "",
            StatedAt = supplier?.StatedAt,
            Equal = await db.SignalsIn(scope, new SignalFilter(signal.Source, signal.Kind, Text: signal.Text)).CountAsync(ct),
        };
    }

    // Deliveries write the version behind the name; the longest name that fits is meant.
    private static Supplier? Named(IEnumerable<Supplier> suppliers, string software) => suppliers
        .Where(item => Supplier.KeyOf(software) is var key && (key == item.Key || key.StartsWith(item.Key + " ", StringComparison.Ordinal)))
        .MaxBy(item => item.Key.Length);

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
