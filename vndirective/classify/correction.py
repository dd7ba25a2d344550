"""What labels add to evidence that is there already: logistic regression with an offset."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

__all__ = ["learned"]

Matrix = NDArray[np.float64]
#: How much more dearly a shift of the whole theme is bought than a weight: it changes every passage.
_SHIFT = 10.0
#: A passage of the theme weighs as much as so many others, for it is the rarer find.
_RARE = 4.0
_STEPS = 60


def learned(
    X: sparse.csr_matrix, offset: Matrix, Y: NDArray[Any], penalty: float
) -> tuple[Matrix, Matrix]:
    """Fit one regression per column of labels.

    Parameters
    ----------
    X : csr_matrix of shape (n, n_features)
    offset : ndarray of shape (n, n_labels)
        Log-odds before any label.
    Y : ndarray of shape (n, n_labels) of 0 and 1
    penalty : float
        Of the squared weights: the larger, the less labels change.

    Returns
    -------
    weights : ndarray of shape (n_labels, n_features)
    bias : ndarray of shape (n_labels,)
    """
    weights, bias = np.zeros((Y.shape[1], X.shape[1])), np.zeros(Y.shape[1])
    used = np.flatnonzero(X.getnnz(axis=0))
    known = X[:, used]
    turned = known.T.tocsr()

    def loss(v: Matrix, start: Matrix, y: Matrix) -> tuple[float, Matrix]:
        z = start + known @ v[:-1] + v[-1]
        share = 1 + (_RARE - 1) * y
        misfit = share * (np.exp(-np.logaddexp(0, -z)) - y)
        cost = share @ (np.logaddexp(0, z) - y * z)
        cost += penalty / 2 * (v[:-1] @ v[:-1] + _SHIFT * v[-1] ** 2)
        slope = np.append(
            turned @ misfit + penalty * v[:-1], misfit.sum() + penalty * _SHIFT * v[-1]
        )
        return float(cost), slope

    for j in range(Y.shape[1]):
        start = (offset[:, j], Y[:, j].astype(np.float64))
        best = minimize(
            loss, np.zeros(len(used) + 1), start, "L-BFGS-B", jac=True, options={"maxiter": _STEPS}
        )
        weights[j, used], bias[j] = best.x[:-1], best.x[-1]
    return weights, bias
