using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class ReviewAssignmentMapping : IEntityTypeConfiguration<ReviewAssignment>
{
    public void Configure(EntityTypeBuilder<ReviewAssignment> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => item.Reviewer);
        builder.HasIndex(item => item.SecondReviewer);
        builder.ToTable(table => table.HasCheckConstraint("CK_SecondReviewerIsAnother", "\"SecondReviewer\" IS NULL OR \"SecondReviewer\" <> \"Reviewer\""));
    }
}

internal sealed class AvailabilityMapping : IEntityTypeConfiguration<Availability>
{
    public void Configure(EntityTypeBuilder<Availability> builder) => builder.HasKey(item => item.Person);
}

internal sealed class ObservationMapping : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Case, item.By });
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        // Marks of before versions were kept were made with this one.
        builder.Property(item => item.Catalogue).HasDefaultValue("2021-10-26").ValueGeneratedNever();
        builder.Ignore(item => item.Fragment);
        builder.Ignore(item => item.Category);
    }
}

internal sealed class ExhibitMapping : IEntityTypeConfiguration<Exhibit>
{
    public void Configure(EntityTypeBuilder<Exhibit> builder)
    {
        // By its mark without a reference: a mark that was removed can be brought back for a while, and its pictures with it.
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasIndex(item => item.RemovedAt);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Recording>().WithMany().HasForeignKey(item => item.Recording).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeenMapping : IEntityTypeConfiguration<Seen>
{
    public void Configure(EntityTypeBuilder<Seen> builder)
    {
        builder.HasKey(item => new { item.Case, item.Reviewer, item.Role, item.Speed, item.Heard });
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignalAnswerMapping : IEntityTypeConfiguration<SignalAnswer>
{
    public void Configure(EntityTypeBuilder<SignalAnswer> builder)
    {
        builder.HasKey(item => new { item.Case, item.Signal, item.By });
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Signal>().WithMany().HasForeignKey(item => item.Signal).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewRemarkMapping : IEntityTypeConfiguration<ReviewRemark>
{
    public void Configure(EntityTypeBuilder<ReviewRemark> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BsnIncidentMapping : IEntityTypeConfiguration<BsnIncident>
{
    public void Configure(EntityTypeBuilder<BsnIncident> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => item.HandledAt);
        builder.Ignore(item => item.Fragment);
        builder.Ignore(item => item.IsHandled);
    }
}

internal sealed class ProcesVerbaalMapping : IEntityTypeConfiguration<ProcesVerbaalRecord>
{
    public void Configure(EntityTypeBuilder<ProcesVerbaalRecord> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AddendumMapping : IEntityTypeConfiguration<Addendum>
{
    public void Configure(EntityTypeBuilder<Addendum> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
