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
        var (roster, supplier) = (RosterFormats.Named(format), SupplierFormats.Named(format));
        // Its content says it: one file, or a folder or an archive.
        var single = format is null && SupplierReader.IsFor(incoming);
        var several = format is null && !single;
        if (roster is not null && sitting is not null) return [new SittingOfItsOwn()];
        if ((roster is not null || (single && sitting is null)) && await rosters.RunAsync(incoming, roster, by, ct) is { } taken) return [taken];
        if (format is Bundle) return [await BundleAsync(incoming, sitting, by, ct)];

        var named = sitting is null ? null : SittingId.Parse(sitting);
        if (sitting is not null && named is null) return [new NoSitting(sitting)];
        if ((several || supplier is SupplierFormat.Seb) && await stills.RunAsync(incoming, named, by, ct) is { } pictures) return pictures;
        return several ? [await BundleAsync(incoming, sitting, by, ct)] : await signals.RunAsync(incoming, supplier, named, by, ct);
    }

    private async Task<ImportResult> BundleAsync(Incoming incoming, string? sitting, Actor by, CancellationToken ct) =>
        sitting is null ? await bundles.RunAsync(incoming, by, ct) : new SittingOfItsOwn();
}
