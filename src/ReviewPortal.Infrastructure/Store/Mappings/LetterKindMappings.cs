using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.ProcesVerbaal;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.Letter).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.IsOpen);
        builder.Ignore(item => item.WasLate);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_DecidedWithOutcome", "(\"Outcome\" IS NULL) = (\"DecidedAt\" IS NULL)");
            table.HasCheckConstraint("CK_WithdrawnUndecided", "\"WithdrawnOn\" IS NULL OR (\"Outcome\" IS NULL AND \"WithdrawnOn\" >= \"ReceivedOn\")");
        });
        // One at a time, whoever registers it.
        builder.HasIndex(item => item.Case, "IX_OneOpenObjection").IsUnique().HasFilter("\"Outcome\" IS NULL AND \"WithdrawnOn\" IS NULL");
    }
}

internal sealed class EnrolmentHearingMapping : IEntityTypeConfiguration<EnrolmentHearing>
{
    public void Configure(EntityTypeBuilder<EnrolmentHearing> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Objection>().WithMany().HasForeignKey(item => item.About).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_InvitedBeforehand", "\"PlannedAt\" >= \"InvitedAt\""));
    }
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        // A letter corrects one other.
        builder.HasIndex(item => item.By).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.Letter).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.By).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_CorrectsAnother", "\"Letter\" <> \"By\" AND \"Wrong\" <> \"Right\""));
    }
}

internal sealed class ReportDisclosureMapping : IEntityTypeConfiguration<ReportDisclosure>
{
    public void Configure(EntityTypeBuilder<ReportDisclosure> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
