using System.CommandLine;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Commands;

/// <summary>Wraps the key of every recording with a new master key. The recordings themselves stay as they are.</summary>
internal static class RotateKeysCommand
{
    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var command = new Command("rotate-keys", "Wrap the keys of all recordings with a new master key");
        command.SetAction((parsed, ct) => CommandLine.WithPortalAsync(
            options(parsed),
            services => RotateAsync(services.GetRequiredService<RecordingVault>(), services.GetRequiredService<PortalDbs>(), services.GetRequiredService<TimeProvider>(), ct),
            ct));
        return command;
    }

    private static async Task<int> RotateAsync(RecordingVault vault, PortalDbs dbs, TimeProvider clock, CancellationToken ct)
    {
        if (vault.RotateKeys() is not var (version, count, damaged))
        {
            await Console.Error.WriteLineAsync(CommandTexts.Of("Keys.Busy"));
            return CommandLine.Refused;
        }

        await dbs.ChangeAsync(async db =>
        {
            await db.AuditAsync(CommandLine.Operator, "vault.rotate-keys", $"master-key/{version}", new { version, count, damaged }, clock.GetUtcNow(), ct);
            return await db.SaveChangesAsync(ct);
        }, ct);
        if (damaged.IsEmpty)
        {
            await Console.Out.WriteLineAsync(CommandTexts.Of("Keys.Rotated", version, count));
            return CommandLine.Ok;
        }

        await Console.Error.WriteLineAsync(CommandTexts.Of("Keys.Damaged", version, count, string.Join(", ", damaged)));
        return CommandLine.Refused;
    }
}
