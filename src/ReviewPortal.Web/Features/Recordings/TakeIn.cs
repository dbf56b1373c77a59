using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Rosters;
using ReviewPortal.Infrastructure.Import.Suppliers;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>A bundle brings its sitting along; somebody named another.</summary>
public sealed record SittingOfItsOwn : ImportResult;

/// <summary>The one door for everything that is delivered, by whichever way it comes: a bundle with recordings, what a supplier noticed, or a roster.</summary>
public sealed class TakeIn(ImportDelivery bundles, TakeInSignals signals, TakeInStills stills, TakeInRoster rosters, DeliveryReports reports)
{
    /// <summary>What <c>--as</c> calls our own format; the others are <see cref="SupplierFormats.Name"/>.</summary>
    public const string Bundle = "bundle";

    /// <param name="path">A folder, an archive or a file.</param>
    /// <param name="format">When it is known; otherwise the content says it.</param>
    /// <param name="sitting">Where a person says that signals belong.</param>
    public Task<ImmutableArray<ImportResult>> RunAsync(string path, string? format, string? sitting, Actor by, CancellationToken ct) => RunAsync(Incoming.At(path), format, sitting, by, ct);

    /// <inheritdoc cref="RunAsync(string, string?, string?, Actor, CancellationToken)"/>
    public async Task<ImmutableArray<ImportResult>> RunAsync(Incoming incoming, string? format, string? sitting, Actor by, CancellationToken ct)
    {
        var results = await ResultsAsync(incoming, format, sitting, by, ct);
        await reports.KeepAsync(incoming.Name, results, by, ct);
        return results;
    }

    private async Task<ImmutableArray<ImportResult>> ResultsAsync(Incoming incoming, string? format, string? sitting, Actor by, CancellationToken ct)
    {
        var named = RosterFormats.Named(format);
        if (named is not null && sitting is not null) return [new SittingOfItsOwn()];
        if ((named is not null || (format is null && sitting is null && SupplierReader.IsFor(incoming))) && await rosters.RunAsync(incoming, named, by, ct) is { } roster) return [roster];
        if (await StillsAsync(incoming, format, sitting, by, ct) is { } pictures) return pictures;
        if (format is Bundle || (format is null && !SupplierReader.IsFor(incoming)))
            return [sitting is null ? await bundles.RunAsync(incoming, by, ct) : new SittingOfItsOwn()];
        return sitting is not null && SittingId.Parse(sitting) is null
            ? [new NoSitting(sitting)]
            : await signals.RunAsync(incoming, SupplierFormats.Named(format), sitting is null ? null : SittingId.Parse(sitting), by, ct);
    }

    // A folder or an archive may be screenshots too; which it is, its content says.
    private async Task<ImmutableArray<ImportResult>?> StillsAsync(Incoming incoming, string? format, string? sitting, Actor by, CancellationToken ct) =>
        SupplierFormats.Named(format) is SupplierFormat.Seb || (format is null && !SupplierReader.IsFor(incoming))
            ? sitting is not null && SittingId.Parse(sitting) is null ? [new NoSitting(sitting)] : await stills.RunAsync(incoming, sitting is null ? null : SittingId.Parse(sitting), by, ct)
            : null;
}
